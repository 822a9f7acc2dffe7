package org.dynlab.analysis.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dynlab.analysis.latent.Convergence;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.StateEffect;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/** What claims can be made on of a {@link LatentStudy}. */
final class LatentNumbers {
  private LatentNumbers() {}

  /** By the names of {@link FoundNames}. */
  static Map<String, Estimate> of(LatentStudy study) {
    int runs = study.latent().map().paths().size();
    Map<String, Estimate> numbers = new LinkedHashMap<>();
    numbers.put(FoundNames.STATES, exact(study.latent().map().model().states(), runs));
    numbers.put(FoundNames.ORDERS, exact((double) study.latent().map().orders(), runs));
    numbers.put(FoundNames.DISSIMILARITY, study.dissimilarity().wasserstein());
    numbers.put(FoundNames.TOTAL_VARIATION, study.dissimilarity().totalVariation());
    study.outcome().ifPresent(outcome -> numbers(numbers, outcome, runs));
    return numbers;
  }

  private static void numbers(Map<String, Estimate> numbers, Outcome outcome, int runs) {
    long reached = outcome.convergences().stream().filter(Convergence::reached).count();
    numbers.put(FoundNames.CONVERGED, exact((double) reached, runs));
    outcome
        .regression()
        .ifPresent(
            regression -> {
              numbers.put(FoundNames.R_SQUARED, regression.rSquared());
              numbers.put(FoundNames.P_VALUE, exact(regression.fit().overall().p(), runs));
              numbers.put(FoundNames.DETOURS, exact((double) detours(outcome), runs));
              numbers.put(
                  FoundNames.DETOURS_AS_PUBLISHED,
                  exact(
                      (double)
                          outcome.effects().stream().filter(StateEffect::meetsDefinition).count(),
                      runs));
            });
  }

  private static long detours(Outcome outcome) {
    return outcome.effects().stream()
        .filter(effect -> effect.verdict() == StateEffect.Verdict.DETOUR)
        .count();
  }

  private static Estimate exact(double value, int runs) {
    return new Estimate(value, Interval.NONE, runs);
  }
}
