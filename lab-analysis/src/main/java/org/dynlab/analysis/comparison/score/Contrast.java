package org.dynlab.analysis.comparison.score;

import java.util.List;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Bootstrapped;
import org.dynlab.analysis.statistics.EffectSize;
import org.dynlab.analysis.statistics.Estimate;

/**
 * An arm held against the reference by its scores, positive or above one half where the arm is
 * better. Both are resampled, each by itself, as if runs were independent; where arms share seeds,
 * and seeds matter, intervals tend to be too long.
 *
 * @param arm its name
 * @param improvement probability that a run of the arm is better than one of the reference, equal
 *     ones counting half: Mann and Whitney's U over the number of pairs (Agarwal et al. 2021, arXiv
 *     2108.13264, section 4.3), with a percentile interval
 * @param cliffsDelta 2 · improvement − 1
 * @param hedgesG standardised difference of the means; NaN if a run diverged
 * @param difference of the interquartile means, with a percentile interval
 */
public record Contrast(
    String arm, Estimate improvement, Estimate cliffsDelta, Estimate hedgesG, Estimate difference) {

  /** Of two arms whose scores have the same direction. */
  public static Contrast of(Scores arm, Scores reference, Bootstrap bootstrap) {
    double[] a = turned(arm);
    double[] b = turned(reference);
    Bootstrapped improvement =
        bootstrap.ofStrata(List.of(a, b), both -> EffectSize.superiority(both.get(0), both.get(1)));
    Bootstrapped difference =
        bootstrap.ofStrata(
            List.of(a, b),
            both -> InterquartileMean.of(both.get(0)) - InterquartileMean.of(both.get(1)));
    return new Contrast(
        arm.arm(),
        improvement.byPercentiles(),
        EffectSize.cliffsDelta(a, b, bootstrap).byPercentiles(),
        EffectSize.hedgesG(a, b),
        difference.byPercentiles());
  }

  /** Higher is better. */
  private static double[] turned(Scores scores) {
    double sign = scores.higherIsBetter() ? 1 : -1;
    return scores.values().stream().mapToDouble(v -> sign * v).toArray();
  }
}
