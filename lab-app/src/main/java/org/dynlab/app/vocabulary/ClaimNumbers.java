package org.dynlab.app.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.finding.FoundNames;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Experiment;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured.Found;
import org.dynlab.store.problem.NearestKey;

/** Checks that claims on what is found name numbers that an analysis finds. */
public final class ClaimNumbers {
  private ClaimNumbers() {}

  /** Refuses other names, and numbers of latent states where these are not studied. */
  public static void check(String file, Experiment experiment) {
    Checks checks = new Checks();
    List<Claim> claims = experiment.claims();
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).measured() instanceof Found found) {
        String where = file + ": claims[" + i + "]";
        check(where + ".found", found, experiment, checks);
        checks.that(
            !FoundNames.overArms(found.kind()) || claims.get(i).arm().isEmpty(),
            where + ".arm",
            "must not stand beside a number of all arms together",
            String.valueOf(claims.get(i).arm()),
            "");
      }
    }
    checks.done();
  }

  private static void check(String where, Found found, Experiment experiment, Checks checks) {
    String kind = found.kind();
    boolean plain = FoundNames.plain().contains(kind);
    boolean ofColumn = FoundNames.ofColumns().contains(kind);
    checks.that(
        plain || ofColumn, where, "must name a number that is found", found.name(), hint(kind));
    checks.that(
        !plain || found.column().isEmpty(), where, "must be of no column", found.name(), kind);
    checks.that(
        !ofColumn || found.column().isPresent(),
        where,
        "must be of a column",
        found.name(),
        kind + " of COLUMN");
    checks.that(
        !FoundNames.latent(kind) || !plain || experiment.latentStates().isPresent(),
        where,
        "must stand in an experiment with latentStates",
        "none",
        "e.g. latentStates: {target: eval.accuracy > 0.9}");
  }

  private static String hint(String kind) {
    List<String> known = new ArrayList<>(FoundNames.plain());
    known.addAll(FoundNames.ofColumns());
    return NearestKey.of(kind, known)
        .map(near -> "did you mean " + near + "?")
        .orElse("these are " + String.join(", ", known));
  }
}
