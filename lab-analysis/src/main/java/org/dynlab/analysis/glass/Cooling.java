package org.dynlab.analysis.glass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.Dose;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MedianInterval;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.analysis.statistics.Estimate;

/**
 * What a column ends at against a swept number, a cooling time or rate say: a glass that is cooled
 * more slowly ends lower.
 *
 * @param setting the key that was swept
 * @param others the settings held fixed beside it, in words
 * @param column whose last finite values these are
 * @param levels ascending in the setting
 * @param trend Spearman's correlation of setting and last value over all runs of all levels
 * @param leftOut runs without a value, with reasons
 */
public record Cooling(
    String setting,
    String others,
    String column,
    List<Level> levels,
    Estimate trend,
    List<LeftOut> leftOut) {

  /** Copies the lists. */
  public Cooling {
    levels = List.copyOf(levels);
    leftOut = List.copyOf(leftOut);
  }

  /** The last values of the runs that had one value of the setting. */
  public record Level(double setting, MedianInterval end) {}

  /**
   * One for each dose of the sweep ({@link Dose#of}); none if no number, or more than one, was
   * swept over at least three values.
   */
  public static List<Cooling> of(Sweep sweep, String column) {
    return sweep.runs().isEmpty()
        ? List.of()
        : Dose.of(sweep).stream().map(dose -> along(dose, column)).toList();
  }

  private static Cooling along(Dose dose, String column) {
    List<Level> levels = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<Double> settings = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (Dose.Level level : dose.levels()) {
      leftOut.addAll(LeftOut.notCounted(level.arm()));
      int before = ends.size();
      for (Run run : level.arm().counted()) {
        Optional<Curve> curve = run.curve(column).map(Curve::finite).filter(c -> c.size() > 0);
        curve.ifPresent(c -> ends.add(c.value(c.size() - 1)));
        if (curve.isEmpty()) {
          leftOut.add(new LeftOut(run.name(), column + " has no finite value"));
        } else {
          settings.add(level.value());
        }
      }
      double[] here = array(ends.subList(before, ends.size()));
      levels.add(new Level(level.value(), MedianInterval.of(here)));
    }
    Estimate trend = Correlation.spearman(array(settings), array(ends));
    return new Cooling(dose.setting(), dose.others(), column, levels, trend, leftOut);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
