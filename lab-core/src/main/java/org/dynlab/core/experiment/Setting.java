package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * One key set to another value: {@code --set task.modulus=43}, or one coordinate of a grid point.
 *
 * @param path as the user writes it
 */
public record Setting(String path, JsonNode value) {
  private static final String OPTION = "--set";

  /** Reads {@code path=value}, the value as YAML. */
  public static Setting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      String got = text.isEmpty() ? "nothing" : text;
      throw new UserError(OPTION, "must be path=value", got, "for example task.modulus=43");
    }
    String path = text.substring(0, equals).strip();
    Checks checks = new Checks();
    checks.within(OPTION, () -> SettingPath.parse(path));
    checks.done();
    String value = text.substring(equals + 1);
    return new Setting(path, new YamlSource(OPTION + " " + path, value).value());
  }

  /**
   * A copy of the tree with this value in place.
   *
   * @param label what stands before the path in messages, e.g. {@code "--set "}
   */
  public ObjectNode applyTo(ObjectNode tree, String label) {
    ObjectNode copy = tree.deepCopy();
    writeInto(copy, label);
    return copy;
  }

  /** The same in place. */
  void writeInto(ObjectNode tree, String label) {
    try {
      parsedPath().set(tree, value);
    } catch (UserError error) {
      throw new UserError(error.problems().stream().map(p -> labelled(p, label)).toList());
    }
  }

  private static Problem labelled(Problem problem, String label) {
    return new Problem(label + problem.where(), problem.mustHold(), problem.got(), problem.hint());
  }

  SettingPath parsedPath() {
    return SettingPath.parse(path);
  }
}
