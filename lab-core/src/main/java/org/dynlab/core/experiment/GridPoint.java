package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.YamlText;

/**
 * One combination of the values of a grid.
 *
 * @param values what is set in the tree, by path
 * @param arm the optimizer of this point, if there are several
 */
record GridPoint(Map<String, JsonNode> values, Optional<String> arm) {
  static final String OPTIMIZER = "optimizer";

  /** The tree of this point. */
  ObjectNode applyTo(ObjectNode tree) {
    ObjectNode at = tree.deepCopy();
    for (Map.Entry<String, JsonNode> entry : values.entrySet()) {
      if (arm.isEmpty() || !entry.getKey().equals(OPTIMIZER)) {
        new Setting(entry.getKey(), entry.getValue()).writeInto(at, "sweep: ");
      }
    }
    return at;
  }

  /** True if its paths lead somewhere in that tree. */
  boolean fits(ObjectNode tree) {
    Checks checks = new Checks();
    checks.within("", () -> applyTo(tree));
    return checks.passed();
  }

  /** The coordinates that make a difference: those of arms that are not this point's do not. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    values.forEach(
        (path, value) -> {
          if (arm.isEmpty() || !isOfAnotherArm(SettingPath.parse(path))) {
            words.put(path, value.isTextual() ? value.textValue() : YamlText.flow(value));
          }
        });
    return words;
  }

  private boolean isOfAnotherArm(SettingPath path) {
    return path.parts().size() > 1
        && path.parts().get(0).equals(OPTIMIZER)
        && !path.parts().get(1).equals(arm.orElseThrow());
  }

  /** {@code at task.modulus=59, optimizer=wand}: where in the grid. */
  String label() {
    StringJoiner joiner = new StringJoiner(", ", "at ", "");
    words().forEach((path, value) -> joiner.add(path + "=" + value));
    return joiner.toString();
  }
}
