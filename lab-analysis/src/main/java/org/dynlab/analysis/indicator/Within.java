package org.dynlab.analysis.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MedianInterval;
import org.dynlab.analysis.statistics.Correlation;

/**
 * Correlations over the steps of single runs. Steps are not independent (both sides mostly go one
 * way), so that a run's own correlation has no interval; that of the median is over runs.
 *
 * @param arm name of the arm
 * @param pearson r over runs
 * @param spearman ρ over runs
 * @param leastSteps fewest steps at which both were finite in any of the runs
 * @param leftOut runs without, with reasons
 */
public record Within(
    String arm,
    MedianInterval pearson,
    MedianInterval spearman,
    int leastSteps,
    List<LeftOut> leftOut) {
  private static final int LEAST_STEPS = 3;

  /** Copies the list. */
  public Within {
    leftOut = List.copyOf(leftOut);
  }

  static Within of(Arm arm, String candidate, String target) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<Double> pearson = new ArrayList<>();
    List<Double> spearman = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Run run : arm.counted()) {
      double[][] pairs = pairs(run.curve(candidate), run.curve(target));
      double r =
          pairs[0].length < LEAST_STEPS ? Double.NaN : Correlation.pearsonValue(pairs[0], pairs[1]);
      if (Double.isNaN(r)) {
        String reason = pairs[0].length < LEAST_STEPS ? "fewer than 3 common steps" : "constant";
        leftOut.add(new LeftOut(run.name(), candidate + ": " + reason));
      } else {
        pearson.add(r);
        spearman.add(Correlation.spearmanValue(pairs[0], pairs[1]));
        least = Math.min(least, pairs[0].length);
      }
    }
    return new Within(
        arm.name(),
        MedianInterval.of(array(pearson)),
        MedianInterval.of(array(spearman)),
        pearson.isEmpty() ? 0 : least,
        leftOut);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] pairs(Optional<Curve> first, Optional<Curve> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return new double[2][0];
    }
    Curve a = first.get().finite();
    Curve b = second.get().finite();
    double[][] pairs = new double[2][a.size()];
    int count = 0;
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      while (j < b.size() && b.step(j) < a.step(i)) {
        j++;
      }
      if (j < b.size() && b.step(j) == a.step(i)) {
        pairs[0][count] = a.value(i);
        pairs[1][count++] = b.value(j);
      }
    }
    return new double[][] {Arrays.copyOf(pairs[0], count), Arrays.copyOf(pairs[1], count)};
  }
}
