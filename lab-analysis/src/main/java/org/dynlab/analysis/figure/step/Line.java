package org.dynlab.analysis.figure.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.draw.LineLook;

/**
 * One channel of one arm, ready to be drawn from step {@value Panel#FIRST_STEP} on: the mean with
 * its band over the runs that count, and every run that was measured.
 *
 * @param arm number of the arm
 * @param channel number of the channel in its panel
 * @param strokes upright strokes on the line
 * @param stairs whether the line holds its value from one step to the next
 */
public record Line(
    int arm,
    int channel,
    LineLook look,
    MeanBand band,
    List<RunCurve> runs,
    List<Stroke> strokes,
    boolean stairs) {

  /** Copies the lists. */
  public Line {
    runs = List.copyOf(runs);
    strokes = List.copyOf(strokes);
  }

  /** Where runs of the line were last watched. */
  public record Stroke(long step, double share) {}

  /**
   * One run of the line.
   *
   * @param run number of the run in the sweep
   */
  public record RunCurve(int run, Curve curve) {}

  /**
   * The lines of a panel, arm by arm; lines without a measured value are left out.
   *
   * @param mostPoints per curve, at least 4
   */
  public static List<Line> of(Panel panel, Sweep sweep, int mostPoints) {
    return of(panel, sweep, mostPoints, mostPoints);
  }

  /** The same with at most about {@code ofRun} points per run and {@code ofMean} per mean. */
  public static List<Line> of(Panel panel, Sweep sweep, int ofMean, int ofRun) {
    if (panel.statistic() instanceof Statistic.Arrivals arrivals) {
      return Passages.lines(panel, arrivals.threshold(), sweep);
    }
    return panel.statistic() instanceof Statistic.Middle
        ? Middles.lines(panel, sweep)
        : ofValues(panel, sweep, ofMean, ofRun);
  }

  private static List<Line> ofValues(Panel panel, Sweep sweep, int ofMean, int ofRun) {
    List<Arm> arms = sweep.arms();
    List<Line> lines = new ArrayList<>();
    for (int a = 0; a < arms.size(); a++) {
      for (int c = 0; c < panel.channels().size(); c++) {
        LineLook look = Looks.of(panel, c, arms.get(a).label(), a, arms.size());
        String column = panel.channels().get(c).column();
        MeanBand band = MeanBand.of(arms.get(a).curves(column)).from(Panel.FIRST_STEP);
        List<RunCurve> runs = runs(panel, sweep, arms.get(a), column, ofRun);
        lines.add(new Line(a, c, look, band.thinned(ofMean), runs, List.of(), false));
      }
    }
    return lines.stream().filter(line -> !line.runs().isEmpty()).toList();
  }

  /** The same line with at most about that many points of its mean. */
  public Line thinned(int ofMean) {
    return stairs ? this : new Line(arm, channel, look, band.thinned(ofMean), runs, strokes, false);
  }

  /** The value at that step; of stairs also between the steps they are made of. */
  public Optional<MeanBand.Point> at(long step) {
    List<MeanBand.Point> points = band.points();
    int place = lastUpTo(step);
    boolean beyond = points.isEmpty() || step > points.get(points.size() - 1).step();
    return beyond || place < 0 || !(stairs || points.get(place).step() == step)
        ? Optional.empty()
        : Optional.of(points.get(place));
  }

  /** The last measured step up to that one. */
  public OptionalLong stepUpTo(long step) {
    int place = lastUpTo(step);
    return place < 0 ? OptionalLong.empty() : OptionalLong.of(band.points().get(place).step());
  }

  /** Number of the last point whose step is not larger, -1 if there is none. */
  private int lastUpTo(long step) {
    List<MeanBand.Point> points = band.points();
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).step() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static List<RunCurve> runs(
      Panel panel, Sweep sweep, Arm arm, String column, int mostPoints) {
    List<RunCurve> curves = new ArrayList<>();
    for (Run run : arm.runs()) {
      Optional<Curve> curve =
          run.curve(column).map(c -> c.from(Panel.FIRST_STEP).where(panel.scale()::shows));
      curve
          .filter(shown -> shown.size() > 0)
          .ifPresent(
              shown ->
                  curves.add(new RunCurve(sweep.runs().indexOf(run), shown.thinned(mostPoints))));
    }
    return curves;
  }
}
