package org.dynlab.core.experiment.stop;

import java.util.List;
import org.dynlab.core.describe.Checks;

/** The rules of a budget: the first one to hold ends the run. */
public record StopRules(List<StopRule> rules) {

  /** Checks that there are some, copies the list. */
  public StopRules {
    new Checks().that(!rules.isEmpty(), "", "must have at least one rule", "[]").done();
    rules = List.copyOf(rules);
  }

  /** One rule alone. */
  public static StopRules of(StopRule rule) {
    return new StopRules(List.of(rule));
  }
}
