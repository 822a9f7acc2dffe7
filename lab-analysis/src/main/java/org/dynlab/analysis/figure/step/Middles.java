package org.dynlab.analysis.figure.step;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.score.InterquartileMean;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.draw.LineLook;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.analysis.statistics.Bootstrap;

/**
 * The panel of interquartile means over training (Agarwal et al. 2021, arXiv 2108.13264): what the
 * middle half of an arm's runs does, which single runs that fail or shine do not move.
 */
final class Middles {
  /** With fewer, nothing is cut off. */
  private static final int FEWEST_RUNS = 4;

  private static final int MOST_ARMS = 12;
  private static final int STEPS = 60;
  private static final long SEED = 0;

  private Middles() {}

  /** Of the accuracy, or of the loss where there is no accuracy. */
  static Panel panel(Sweep sweep) {
    boolean accuracy = sweep.has("eval.accuracy");
    return new Panel(
        "interquartile-mean",
        "Interquartile mean of the eval " + (accuracy ? "accuracy" : "loss"),
        accuracy
            ? "accuracy (share of examples correct)"
            : "mean data loss per example (log scale)",
        "The mean of the middle half of the seeds of an arm: single seeds that fail or shine do not"
            + " move it. Bands are pointwise 95 % bootstrap intervals over seeds.",
        accuracy ? Scale.SHARE : Scale.LOG,
        List.of(new Channel(accuracy ? "eval.accuracy" : "eval.loss", "eval")),
        new Statistic.Middle());
  }

  /** Whether there is an arm with runs enough, and not too many arms to be told apart. */
  static boolean drawable(Channel channel, Sweep sweep) {
    List<Arm> arms = sweep.arms();
    return arms.size() <= MOST_ARMS
        && arms.stream().anyMatch(arm -> curves(arm, channel.column()).size() >= FEWEST_RUNS);
  }

  /** One line per arm with runs enough. */
  static List<Line> lines(Panel panel, Sweep sweep) {
    List<Arm> arms = sweep.arms();
    List<Line> lines = new ArrayList<>();
    for (int a = 0; a < arms.size(); a++) {
      List<Curve> curves = curves(arms.get(a), panel.channels().get(0).column());
      if (curves.size() >= FEWEST_RUNS) {
        LineLook look = Looks.of(panel, 0, arms.get(a).label(), a, arms.size());
        MeanBand band = InterquartileMean.band(curves, new Bootstrap(SEED), STEPS);
        lines.add(new Line(a, 0, look, band, List.of(), List.of(), false));
      }
    }
    return lines;
  }

  private static List<Curve> curves(Arm arm, String column) {
    return arm.counted().stream()
        .flatMap(run -> run.curve(column).stream())
        .map(curve -> curve.from(Panel.FIRST_STEP))
        .filter(curve -> curve.size() > 0)
        .toList();
  }
}
