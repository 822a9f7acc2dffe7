package org.dynlab.analysis.comparison.score;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;

/**
 * Arms compared by the last value of a column with the measures of rliable (Agarwal et al. 2021,
 * arXiv 2108.13264).
 *
 * @param column what is compared
 * @param arms each by itself, in the order given
 * @param contrasts every other arm against the first
 */
public record ScoreComparison(String column, List<ArmScore> arms, List<Contrast> contrasts) {

  /** Copies the lists. */
  public ScoreComparison {
    arms = List.copyOf(arms);
    contrasts = List.copyOf(contrasts);
  }

  /**
   * One arm.
   *
   * @param interquartileMean with the percentile interval
   * @param profile at the values that occur in any arm
   */
  public record ArmScore(Scores scores, Estimate interquartileMean, PerformanceProfile profile) {}

  /** The arms by that column; the first one is the reference. */
  public static ScoreComparison of(
      List<Arm> arms, String column, boolean higherIsBetter, Bootstrap bootstrap) {
    List<Scores> scores =
        arms.stream().map(arm -> Scores.last(arm, column, higherIsBetter)).toList();
    List<Double> thresholds = PerformanceProfile.thresholds(scores);
    return new ScoreComparison(
        column,
        scores.stream()
            .map(
                s ->
                    new ArmScore(
                        s,
                        InterquartileMean.of(s.array(), bootstrap).byPercentiles(),
                        PerformanceProfile.of(s, thresholds)))
            .toList(),
        IntStream.range(1, scores.size())
            .mapToObj(i -> Contrast.of(scores.get(i), scores.get(0), bootstrap))
            .toList());
  }
}
