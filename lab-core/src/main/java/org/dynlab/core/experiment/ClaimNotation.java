package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.store.Claim;
import org.dynlab.store.Problem;
import org.dynlab.store.UserError;

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
      return Claim.fromTree(node, ROOT);
    } catch (UserError error) {
      throw new UserError(error.problems().stream().map(ClaimNotation::relative).toList());
    }
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
