package org.dynlab.core.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dynlab.core.describe.Checks;

/** The paths of a sweep as they are checked: each leads to a key of a run, from one place only. */
final class SweptPaths {
  private static final Set<String> NOT_OF_A_RUN = Set.of("name", "sweep", "latentStates", "claims");

  private final Checks checks;
  private final Map<SettingPath, String> places = new HashMap<>();

  SweptPaths(Checks checks) {
    this.checks = checks;
  }

  /** Checks a path that stands in {@code holder}; where it stands in the sweep. */
  String add(String holder, String path) {
    String where = holder + "." + path;
    Optional<SettingPath> parsed = checks.within(where, () -> SettingPath.parse(path));
    checks.that(
        !NOT_OF_A_RUN.contains(path.split("[.\\[]", 2)[0]),
        where,
        "must be a key of a run",
        path,
        "name, sweep, latentStates and claims are the same for all runs");
    parsed.ifPresent(key -> checkPlace(key, holder, where));
    return where;
  }

  /** Listed points may set the same key, each its own. */
  private void checkPlace(SettingPath key, String holder, String where) {
    String before = places.put(key, where);
    checks.that(
        before == null || (isListed(holder) && isListed(before) && !before.startsWith(holder)),
        where,
        "must not be swept from two places",
        "sweep." + before);
  }

  private static boolean isListed(String place) {
    return place.startsWith("list[");
  }
}
