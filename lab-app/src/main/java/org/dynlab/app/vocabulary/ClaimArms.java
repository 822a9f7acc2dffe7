package org.dynlab.app.vocabulary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.problem.NearestKey;

/** Checks that the arms which claims speak of are in the plan. */
public final class ClaimArms {
  private final Map<String, Set<String>> swept = new LinkedHashMap<>();

  private ClaimArms(Expansion expansion) {
    expansion
        .runs()
        .forEach(
            run ->
                run.point()
                    .forEach(
                        (path, value) ->
                            swept.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(value)));
  }

  /** Refuses settings that no run has. */
  public static void check(String file, Expansion expansion) {
    ClaimArms arms = new ClaimArms(expansion);
    Checks checks = new Checks();
    List<Claim> claims = expansion.experiment().claims();
    for (int i = 0; i < claims.size(); i++) {
      String where = file + ": claims[" + i + "].";
      claims.get(i).arm().forEach((path, v) -> arms.check(where + "arm", path, v, checks));
      claims.get(i).against().forEach((path, v) -> arms.check(where + "against", path, v, checks));
    }
    checks.done();
  }

  private void check(String where, String path, String value, Checks checks) {
    Set<String> values = swept.get(path);
    if (values == null) {
      String hint =
          NearestKey.of(path, swept.keySet())
              .map(near -> "did you mean " + near + "?")
              .orElse(swept.isEmpty() ? "nothing is" : "swept are " + join(swept.keySet()));
      checks.that(false, where, "must name settings that are swept", path, hint);
      return;
    }
    checks.that(
        values.contains(value),
        where + "." + path,
        "must be one of the swept values",
        value,
        "these are " + join(values));
  }

  private static String join(Set<String> words) {
    return String.join(", ", words);
  }
}
