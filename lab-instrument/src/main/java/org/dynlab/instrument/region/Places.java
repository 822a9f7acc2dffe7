package org.dynlab.instrument.region;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.Subject;

/** Finds the place in a network that a description names. */
final class Places {
  private Places() {}

  /**
   * The number of that place.
   *
   * @param name empty for number {@code otherwise}
   * @param component what the description is called in messages
   */
  static int find(Subject subject, String name, int otherwise, String component) {
    List<String> names = subject.places().stream().map(Place::name).toList();
    Checks checks = new Checks();
    checks.that(
        otherwise < names.size(),
        component,
        "must be put on a network that rows of numbers can be put into",
        "a network with " + names.size() + " such places",
        "convolutional layers have none");
    checks.done();
    int found = name.isEmpty() ? otherwise : names.indexOf(name);
    String rule = "must be one of " + String.join(", ", names);
    checks.that(found >= 0, component + ".place", rule, name).done();
    return found;
  }
}
