package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Binds one tree to one member of a family: by its kind, as a bare kind or as a bare number. */
final class FamilyBinding {
  static final String KIND = "kind";

  private final RecordReader reader;
  private final Catalogue<?> catalogue;
  private final List<String> beside;

  FamilyBinding(RecordReader reader, Catalogue<?> catalogue, List<String> beside) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.beside = beside;
  }

  Object read(JsonNode node) {
    Optional<Catalogue.Scalar> scalar = catalogue.scalar();
    if (scalar.isPresent() && Scalars.isNumber(node)) {
      return bare(node, scalar.get());
    } else if (node.isTextual()) {
      return member(node, "", JsonNodeFactory.instance.objectNode());
    } else if (!node.isObject()) {
      throw new UserError("", "must be a mapping with a kind", Words.got(node), forms(catalogue));
    } else if (!node.hasNonNull(KIND)) {
      throw new UserError(KIND, "must be given", "nothing", kinds(catalogue));
    }
    return member(node.get(KIND), KIND, withoutKind(node));
  }

  private Object member(JsonNode kind, String where, JsonNode rest) {
    String word = Words.bare(kind);
    Optional<? extends Class<?>> record = catalogue.find(word);
    if (record.isEmpty() || !kind.isTextual()) {
      String hint = Words.hint(word, catalogue.kinds(), "known kinds");
      throw new UserError(where, "must be a known " + catalogue.noun(), word, hint);
    }
    return new RecordBinding(reader, record.get(), beside).read(rest);
  }

  /** A bare number; its problems stand where the number stands. */
  private Object bare(JsonNode node, Catalogue.Scalar scalar) {
    ObjectNode full = JsonNodeFactory.instance.objectNode();
    full.put(KIND, scalar.kind()).set(scalar.component(), node);
    try {
      return read(full);
    } catch (UserError error) {
      throw new UserError(error.problems().stream().map(p -> unnamed(p, scalar)).toList());
    }
  }

  private static Problem unnamed(Problem problem, Catalogue.Scalar scalar) {
    return problem.where().equals(scalar.component())
        ? new Problem("", problem.mustHold(), problem.got(), problem.hint())
        : problem;
  }

  /** What may stand for a member. */
  static String forms(Catalogue<?> catalogue) {
    return (catalogue.scalar().isPresent() ? "a number, or " : "") + kinds(catalogue);
  }

  private static String kinds(Catalogue<?> catalogue) {
    return "known kinds: " + String.join(", ", catalogue.kinds());
  }

  static JsonNode withoutKind(JsonNode node) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    rest.setAll((ObjectNode) node);
    rest.remove(KIND);
    return rest;
  }
}
