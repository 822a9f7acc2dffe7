package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlText;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Claims read and write themselves. */
record ClaimNotation() implements Notation<Claim> {
  private static final String ROOT = "claim";

  @Override
  public Class<Claim> type() {
    return Claim.class;
  }

  @Override
  public Claim read(JsonNode node, RecordReader reader) {
    try {
      return Claim.fromTree(inWords(node), ROOT);
    } catch (UserError error) {
      throw new UserError(error.problems().stream().map(ClaimNotation::relative).toList());
    }
  }

  /** Settings as the plan of runs words them: {@code [50, 50]} for a list. */
  private static JsonNode inWords(JsonNode claim) {
    JsonNode copy = claim.deepCopy();
    for (String key : List.of("arm", "against")) {
      if (copy.get(key) instanceof ObjectNode settings) {
        settings.properties().forEach(e -> e.setValue(TextNode.valueOf(words(e.getValue()))));
      }
    }
    return copy;
  }

  private static String words(JsonNode setting) {
    return setting.isTextual() ? setting.textValue() : YamlText.flow(setting);
  }

  private static Problem relative(Problem problem) {
    String inner = problem.where().substring(ROOT.length());
    String where = inner.startsWith(".") ? inner.substring(1) : inner;
    return new Problem(where, problem.mustHold(), problem.got(), problem.hint());
  }

  @Override
  public JsonNode write(Claim claim, RecordWriter writer) {
    return claim.toTree();
  }
}
