package org.dynlab.instrument.region;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Subject;

/** Finds the entrance of a network that a description names. */
final class Entrances {
  private Entrances() {}

  /**
   * The number of that entrance.
   *
   * @param name empty for number {@code otherwise}
   * @param component what the description is called in messages
   */
  static int find(Subject subject, String name, int otherwise, String component) {
    List<String> names = subject.entrances().stream().map(Entrance::name).toList();
    Checks checks = new Checks();
    checks.that(
        otherwise < names.size(),
        component,
        "must be put on a network that rows of numbers can be put into",
        "a network with " + names.size() + " such entrances",
        "convolutional layers have none");
    checks.done();
    int found = name.isEmpty() ? otherwise : names.indexOf(name);
    String rule = "must be one of " + String.join(", ", names);
    checks.that(found >= 0, component + ".place", rule, name).done();
    return found;
  }
}
