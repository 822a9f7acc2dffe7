package org.dynlab.analysis.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.statistics.Estimate;

/** What claims can be made on of a {@link LatentStudy}. */
final class LatentNumbers {
  private LatentNumbers() {}

  static List<FoundNumber> of(LatentStudy study) {
    int runs = study.latent().map().paths().size();
    Map<String, Estimate> numbers = new LinkedHashMap<>();
    numbers.put(FoundNames.STATES, FoundNumber.exact(study.latent().map().model().states(), runs));
    numbers.put(FoundNames.ORDERS, FoundNumber.exact((double) study.latent().map().orders(), runs));
    numbers.put(FoundNames.DISSIMILARITY, study.dissimilarity().wasserstein());
    numbers.put(FoundNames.TOTAL_VARIATION, study.dissimilarity().totalVariation());
    study.outcome().ifPresent(outcome -> numbers(numbers, outcome, runs));
    return numbers.entrySet().stream()
        .map(entry -> new FoundNumber(entry.getKey(), study.arm(), entry.getValue()))
        .toList();
  }

  private static void numbers(Map<String, Estimate> numbers, Outcome outcome, int runs) {
    long reached = outcome.convergences().stream().filter(Convergence::reached).count();
    numbers.put(FoundNames.CONVERGED, FoundNumber.exact((double) reached, runs));
    outcome
        .regression()
        .ifPresent(
            regression -> {
              numbers.put(FoundNames.R_SQUARED, regression.rSquared());
              numbers.put(
                  FoundNames.P_VALUE, FoundNumber.exact(regression.fit().overall().p(), runs));
              numbers.put(FoundNames.DETOURS, FoundNumber.exact((double) detours(outcome), runs));
              numbers.put(
                  FoundNames.DETOURS_AS_PUBLISHED,
                  FoundNumber.exact(
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
}
