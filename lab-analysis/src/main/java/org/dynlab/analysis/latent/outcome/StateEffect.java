package org.dynlab.analysis.latent.outcome;

import java.util.Optional;
import org.dynlab.analysis.statistics.Coefficient;
import org.dynlab.analysis.statistics.Estimate;

/**
 * What a state has to do with convergence.
 *
 * @param state its number in the map
 * @param visitors runs that visit it
 * @param convergedWithout runs that reach the target and never visit it
 * @param coefficient of the regression, with its t-test; empty if it has none
 * @param bootstrapped the same with a bootstrap interval; NaN if it has none
 * @param delay mean convergence time of visitors less that of the others, in rows; runs that never
 *     converge count with the length of the longest run
 * @param verdict what follows
 */
public record StateEffect(
    int state,
    int visitors,
    int convergedWithout,
    Optional<Coefficient> coefficient,
    Estimate bootstrapped,
    Estimate delay,
    Verdict verdict) {

  /** Rows per row: what a coefficient that is 0 may have by rounding. */
  private static final double ROUNDING = 1e-9;

  /** What a state is to its runs. */
  public enum Verdict {
    /** Every run that converges visits it. */
    OBLIGATORY("obligatory"),
    /** Some converge without it, and it is no detour. */
    OPTIONAL("optional"),
    /**
     * The definition of arXiv 2308.09543 holds (some run converges without it, its coefficient is
     * positive, the regression has p &lt; 0.001), and it is not by chance: the 95 % intervals of
     * the coefficient (Student's t) and of the delay of its visitors lie above 0.
     */
    DETOUR("detour"),
    /**
     * The definition holds and its visitors converge later, but one of the intervals reaches 0, or
     * too few runs do without the state for an interval.
     */
    POSSIBLE_DETOUR("possible detour"),
    /** Some converge without it, and the regression does not explain convergence. */
    UNEXPLAINED("optional, not explained");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** In small words. */
    public String words() {
      return words;
    }

    static Verdict of(boolean optional, StateRegression regression, int state, Estimate delay) {
      Optional<Coefficient> found = regression.fit().coefficient(Occupancy.name(state));
      if (!optional) {
        return OBLIGATORY;
      } else if (!regression.significant()) {
        return UNEXPLAINED;
      } else if (found.isEmpty() || !(found.get().estimate() > ROUNDING) || !(delay.value() > 0)) {
        return OPTIONAL;
      }
      boolean surely = found.get().interval().low() > 0 && delay.interval().low() > 0;
      return surely ? DETOUR : POSSIBLE_DETOUR;
    }
  }

  /** Whether some run converges without visiting it. */
  public boolean optional() {
    return convergedWithout > 0;
  }

  /** Whether the published definition alone would call it a detour, its regression significant. */
  public boolean meetsDefinition() {
    return optional() && bootstrapped.value() > ROUNDING && verdict != Verdict.UNEXPLAINED;
  }
}
