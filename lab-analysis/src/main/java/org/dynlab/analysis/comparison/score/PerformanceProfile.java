package org.dynlab.analysis.comparison.score;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.statistics.Wilson;

/**
 * The share of runs whose score is better than τ, for each τ (the run-score distribution of Agarwal
 * et al. 2021, arXiv 2108.13264, section 4.2): F(τ) = 1/N Σ 1[x_n &gt; τ], or &lt; where lower is
 * better. The pointwise 95 % bands are Wilson's, not the paper's bootstrap, whose bands have no
 * width where all runs are on the same side.
 *
 * @param points in ascending τ
 */
public record PerformanceProfile(List<Point> points) {

  /** Copies the list. */
  public PerformanceProfile {
    points = List.copyOf(points);
  }

  /**
   * One threshold.
   *
   * @param share of the runs that are better
   * @param band Wilson's interval of the share
   */
  public record Point(double threshold, double share, Wilson band) {}

  /** At these thresholds, ascending. */
  public static PerformanceProfile of(Scores scores, List<Double> thresholds) {
    List<Point> points = new ArrayList<>();
    int runs = scores.values().size();
    for (double threshold : thresholds) {
      int better = (int) scores.values().stream().filter(v -> scores.better(v, threshold)).count();
      double share = runs == 0 ? Double.NaN : (double) better / runs;
      points.add(new Point(threshold, share, Wilson.of(better, runs)));
    }
    return new PerformanceProfile(points);
  }

  /** Every finite value of any of the arms once, ascending: where profiles have their steps. */
  public static List<Double> thresholds(List<Scores> arms) {
    return arms.stream()
        .flatMap(scores -> scores.values().stream())
        .filter(Double::isFinite)
        .distinct()
        .sorted()
        .toList();
  }
}
