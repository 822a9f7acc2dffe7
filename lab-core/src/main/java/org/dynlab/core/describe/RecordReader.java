package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Binds trees to immutable records. A component may be an int, long, double, boolean, String, an
 * enum (written in camelCase), a List, Map or Optional of such, a record, a family with a {@link
 * Catalogue} (a mapping with {@code kind:}, or just the kind), a type with a {@link Notation}, or a
 * JsonNode taken as it is. Left-out keys take their {@link Default}; everything that is wrong is
 * reported at once.
 */
public final class RecordReader {
  /** So many wrong elements of a list are enough to tell. */
  private static final int ENOUGH_WRONG = 100;

  private final Language language;
  private final Map<String, JsonNode> defaults = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<RecordComponent>> components = new ConcurrentHashMap<>();
  private final Optional<Map<Reading, Object>> remembered;

  private record Reading(JsonNode node, Type type, List<String> beside) {}

  /** A reader that knows these families and no notations. */
  public RecordReader(List<Catalogue<?>> catalogues) {
    this(new Language(catalogues, List.of()));
  }

  /** A reader of that language. */
  public RecordReader(Language language) {
    this(language, Optional.empty());
  }

  private RecordReader(Language language, Optional<Map<Reading, Object>> remembered) {
    this.language = language;
    this.remembered = remembered;
  }

  /**
   * A reader of the same language for many trees that are alike: what it has read once it gives
   * again wherever an equal part stands. The trees must not be written any more. One owner, one
   * thread.
   */
  public RecordReader remembering() {
    return new RecordReader(language, Optional.of(new HashMap<>()));
  }

  /**
   * The value that {@code node} stands for.
   *
   * @param where what stands before every place in messages, e.g. {@code grokking.yaml: }; may be
   *     empty
   * @throws UserError with every problem of the tree
   */
  public <T> T read(JsonNode node, Class<T> type, String where) {
    return readBeside(node, type, List.of(), where);
  }

  /**
   * The same for a mapping in which the keys {@code beside} belong to somebody else: they are
   * skipped here, but are known when an unknown key asks for its nearest one.
   */
  public <T> T readBeside(JsonNode node, Class<T> type, List<String> beside, String where) {
    try {
      return type.cast(value(node, type, beside));
    } catch (UserError error) {
      throw new UserError(error.problems().stream().map(p -> seenFrom(where, p)).toList());
    }
  }

  private static Problem seenFrom(String where, Problem problem) {
    if (where.isEmpty()) {
      return problem;
    }
    String here = where.endsWith(": ") ? where.substring(0, where.length() - 2) : where;
    return problem.within(problem.where().isEmpty() ? here : where);
  }

  /** The value of that type, wherever it stands. */
  Object value(JsonNode node, Type type) {
    return value(node, type, List.of());
  }

  /** The tree of a default; parsed once. */
  JsonNode defaultTree(String yaml) {
    return defaults.computeIfAbsent(yaml, text -> new YamlSource("@Default", text).value());
  }

  /** The components of that record; looked up once, they are made anew every time. */
  List<RecordComponent> components(Class<?> record) {
    return components.computeIfAbsent(record, type -> List.of(type.getRecordComponents()));
  }

  Language language() {
    return language;
  }

  private Object value(JsonNode node, Type type, List<String> beside) {
    if (remembered.isEmpty() || node.isValueNode()) {
      return bound(node, type, beside);
    }
    Reading reading = new Reading(node, type, beside);
    Object before = remembered.get().get(reading);
    if (before != null) {
      return before;
    }
    Object value = bound(node, type, beside);
    remembered.get().put(reading, value);
    return value;
  }

  private Object bound(JsonNode node, Type type, List<String> beside) {
    if (type instanceof ParameterizedType container) {
      return container(node, container);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == JsonNode.class) {
      return PlainTree.of(node);
    } else if (node.isNull()) {
      throw new UserError("", "must have a value", "nothing", "");
    }
    Optional<Notation<?>> notation = language.notation(plain);
    if (notation.isPresent()) {
      return notation.get().read(node, this);
    }
    Optional<Catalogue<?>> family = language.family(plain);
    if (family.isPresent()) {
      return new FamilyBinding(this, family.get(), beside).read(node);
    }
    return plain.isRecord()
        ? new RecordBinding(this, plain, beside).read(withoutKind(node, plain))
        : Scalars.read(node, plain);
  }

  private Object container(JsonNode node, ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type inner = arguments[arguments.length - 1];
    if (type.getRawType() == Optional.class) {
      return node.isNull() ? Optional.empty() : Optional.of(value(node, inner));
    } else if (type.getRawType() == List.class) {
      return list(node, inner);
    } else if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return map(node, inner);
    }
    throw new IllegalArgumentException("a component cannot be " + type);
  }

  private List<Object> list(JsonNode node, Type inner) {
    if (!node.isArray()) {
      String hint = node.isValueNode() && !node.isNull() ? "write [" + node.asText() + "]" : "";
      throw new UserError("", "must be a list", Words.got(node), hint);
    }
    Checks checks = new Checks();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.size() && checks.count() < ENOUGH_WRONG; i++) {
      JsonNode element = node.get(i);
      checks.within("[" + i + "]", () -> value(element, inner)).ifPresent(values::add);
    }
    checks.done();
    return List.copyOf(values);
  }

  private Map<String, Object> map(JsonNode node, Type inner) {
    if (!node.isObject()) {
      throw new UserError("", "must be a mapping", Words.got(node), "");
    }
    Checks checks = new Checks();
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry ->
                checks
                    .within(entry.getKey(), () -> value(entry.getValue(), inner))
                    .ifPresent(value -> values.put(entry.getKey(), value)));
    checks.done();
    return Collections.unmodifiableMap(values);
  }

  /** A record asked for by its class may still say its kind. */
  private JsonNode withoutKind(JsonNode node, Class<?> record) {
    boolean said =
        language
            .listing(record)
            .map(
                catalogue ->
                    catalogue.kindOf(record).equals(node.path(FamilyBinding.KIND).textValue()))
            .orElse(false);
    return said ? FamilyBinding.withoutKind(node) : node;
  }
}
