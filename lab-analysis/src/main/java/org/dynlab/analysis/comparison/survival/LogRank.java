package org.dynlab.analysis.comparison.survival;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-rank test of whether two samples of runs get to a threshold at the same rate (Mantel
 * 1966, Cancer Chemotherapy Reports 50:163; Peto and Peto 1972, doi:10.2307/2344317).
 *
 * <p>At every step at which d of the n runs still waiting get there, the first sample with its n₁
 * runs is expected to have d·n₁/n of them, with the hypergeometric variance
 * d·(n₁/n)·(1−n₁/n)·(n−d)/(n−1). The sums over steps make χ² = (O − E)²/V with one degree of
 * freedom. It assumes that the runs are independent, between the samples too: if both use the same
 * seeds and these matter, χ² tends to come out too small. It has most power if the two rates are
 * proportional, and little if the curves cross.
 *
 * @param observed runs of the first sample that got there, O
 * @param expected how many would have under equal rates, E
 * @param variance of the difference, V
 */
public record LogRank(double observed, double expected, double variance) {

  /** The test of the first sample against the second. */
  public static LogRank of(List<SurvivalTime> first, List<SurvivalTime> second) {
    double observed = 0;
    double expected = 0;
    double variance = 0;
    for (long step : reachedSteps(first, second)) {
      double d1 = reachedAt(first, step);
      double d = d1 + reachedAt(second, step);
      double n1 = waitingAt(first, step);
      double n = n1 + waitingAt(second, step);
      observed += d1;
      expected += d * n1 / n;
      variance += n == 1 ? 0 : d * n1 * (n - n1) * (n - d) / (n * n * (n - 1));
    }
    return new LogRank(observed, expected, variance);
  }

  private static long[] reachedSteps(List<SurvivalTime> first, List<SurvivalTime> second) {
    LongStream steps =
        Stream.concat(first.stream(), second.stream())
            .filter(SurvivalTime::reached)
            .mapToLong(SurvivalTime::step);
    return steps.sorted().distinct().toArray();
  }

  private static double reachedAt(List<SurvivalTime> times, long step) {
    return (double) times.stream().filter(t -> t.reached() && t.step() == step).count();
  }

  private static double waitingAt(List<SurvivalTime> times, long step) {
    return (double) times.stream().filter(time -> time.step() >= step).count();
  }

  /** χ², NaN if there was nothing to compare: an empty sample, or no run that got there. */
  public double chiSquare() {
    double excess = observed - expected;
    return variance > 0 ? excess * excess / variance : Double.NaN;
  }

  /** Probability of a χ² at least as large if the rates are equal; NaN as χ² is. */
  public double p() {
    double chiSquare = chiSquare();
    return Double.isNaN(chiSquare)
        ? Double.NaN
        : ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
  }

  /** Whether the first sample got there at the higher rate. */
  public boolean firstIsFaster() {
    return observed > expected;
  }
}
