package org.dynlab.core.rule;

import java.util.List;
import org.dynlab.core.describe.Checks;

/** Whether links make an optimizer: directions, then one step, then what is done to the step. */
public final class LinkOrder {

  private LinkOrder() {}

  /**
   * Finds every link that stands where it cannot work.
   *
   * @param where the place of the chain; that of its link k is {@code where[k]}
   */
  public static void check(Chain chain, String where, Checks checks) {
    List<UpdateRule> links = chain.flat().toList();
    List<Stage> stages = links.stream().map(UpdateRule::stage).toList();
    int step = stages.indexOf(Stage.STEP);
    if (step < 0) {
      checks.that(
          links.isEmpty(),
          where,
          "must have a link that makes the step",
          names(links),
          "add {kind: descend, learningRate: ...} or an optimizer such as adamw");
      return;
    }
    for (int k = 0; k < links.size(); k++) {
      String rule = broken(stages.get(k), k, step, where + "[" + step + "]");
      checks.that(rule.isEmpty(), where + "[" + k + "]", rule, name(links.get(k)));
    }
    checks.that(
        !links.get(step).needs().otherPoints() || links.size() == 1,
        where + "[" + step + "]",
        "must be the only link",
        names(links),
        "its line search decides where the parameters land");
  }

  /** What link k breaks; nothing if it stands well. */
  private static String broken(Stage stage, int k, int step, String maker) {
    if (stage == Stage.STEP && k > step) {
      return "must not make a second step after that of " + maker;
    }
    if (stage == Stage.DIRECTION && k > step) {
      return "must stand before " + maker + ", which makes the step";
    }
    return stage == Stage.AFTERWARDS && k < step
        ? "must stand behind " + maker + ", which makes the step"
        : "";
  }

  private static String names(List<UpdateRule> links) {
    return links.stream().map(LinkOrder::name).toList().toString();
  }

  /** As in the catalogue: the name of the record, its first letter small. */
  private static String name(UpdateRule rule) {
    String name = rule.getClass().getSimpleName();
    return name.isEmpty() ? "link" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
