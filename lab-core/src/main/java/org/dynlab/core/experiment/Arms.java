package org.dynlab.core.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.rule.Chain;

/**
 * The optimizers an experiment compares, by name, in the order of the file. A bare list is one arm
 * called {@code default}.
 */
public record Arms(Map<String, Chain> chains) {
  static final String UNNAMED = "default";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /** Checks the names, copies the map. */
  public Arms {
    Checks checks = new Checks();
    checks.that(!chains.isEmpty(), "", "must have at least one arm", "{}");
    chains.forEach(
        (name, chain) -> {
          String rule = "must be named by letters, digits, '_' or '-'";
          checks.that(NAME.matcher(name).matches(), name, rule, '"' + name + '"');
          checks.that(!chain.links().isEmpty(), name, "must have at least one link", "[]");
        });
    checks.done();
    chains = Collections.unmodifiableMap(new LinkedHashMap<>(chains));
  }

  /** Where that arm stands in the file. */
  String path(String arm) {
    return unnamed() ? "optimizer" : "optimizer." + arm;
  }

  /** True for a bare list. */
  boolean unnamed() {
    return chains.size() == 1 && chains.containsKey(UNNAMED);
  }
}
