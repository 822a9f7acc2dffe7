package org.dynlab.app.vocabulary;

import java.util.List;
import org.dynlab.analysis.finding.FoundNames;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Experiment;
import org.dynlab.store.Claim;
import org.dynlab.store.Measured.Found;
import org.dynlab.store.NearestKey;

/** Checks that claims on what is found name numbers that an analysis finds. */
public final class ClaimNumbers {
  private ClaimNumbers() {}

  /** Refuses other names, and numbers of latent states where these are not studied. */
  public static void check(String file, Experiment experiment) {
    Checks checks = new Checks();
    List<Claim> claims = experiment.claims();
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).measured() instanceof Found found) {
        check(file + ": claims[" + i + "].found", found.name(), experiment, checks);
      }
    }
    checks.done();
  }

  private static void check(String where, String name, Experiment experiment, Checks checks) {
    List<String> known = FoundNames.all();
    String hint =
        NearestKey.of(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("these are " + String.join(", ", known));
    boolean is = known.contains(name);
    checks.that(is, where, "must name a number that is found", name, hint);
    checks.that(
        !is || experiment.latentStates().isPresent(),
        where,
        "must stand in an experiment with latentStates",
        "none",
        "e.g. latentStates: {target: eval.accuracy > 0.9}");
  }
}
