package org.dynlab.analysis.comparison.score;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.curve.Curve;

/**
 * One number per run of an arm by which arms are held against each other: the last finite value of
 * a column. A run that diverged is an outcome and the worst one: −∞ where higher is better, +∞
 * where lower is, so that an arm that diverges is not flattered.
 *
 * @param arm its name
 * @param higherIsBetter as for accuracies; false for losses
 * @param values in the order of the plan
 * @param diverged how many of them are those of diverged runs
 * @param leftOut runs without a number, each with its reason
 */
public record Scores(
    String arm, boolean higherIsBetter, List<Double> values, int diverged, List<LeftOut> leftOut) {

  /** Copies the lists. */
  public Scores {
    values = List.copyOf(values);
    leftOut = List.copyOf(leftOut);
  }

  /** The last finite values of that column. */
  public static Scores last(Arm arm, String column, boolean higherIsBetter) {
    List<Double> values = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    int diverged = 0;
    for (Run run : arm.runs()) {
      OptionalDouble last =
          run.curve(column).map(Curve::finite).map(Curve::last).orElse(OptionalDouble.empty());
      if (!run.counts()) {
        leftOut.add(new LeftOut(run.name(), run.state().words()));
      } else if (run.state() == RunState.DIVERGED) {
        values.add(higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        diverged++;
      } else if (last.isPresent()) {
        values.add(last.getAsDouble());
      } else {
        leftOut.add(new LeftOut(run.name(), "has no finite " + column));
      }
    }
    return new Scores(arm.name(), higherIsBetter, values, diverged, leftOut);
  }

  /** The values as an array. */
  double[] array() {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  /** Whether that value is better than the threshold. */
  boolean better(double value, double threshold) {
    return higherIsBetter ? value > threshold : value < threshold;
  }
}
