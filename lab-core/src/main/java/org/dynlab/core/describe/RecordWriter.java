package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns records back into trees, every default resolved, {@code kind} first, then the components in
 * their order. Reading the tree gives an equal record.
 */
public final class RecordWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Language language;
  private final Optional<Map<Writing, JsonNode>> remembered;

  private record Writing(Record value, Class<?> declared) {}

  /** A writer that knows these families and no notations. */
  public RecordWriter(List<Catalogue<?>> catalogues) {
    this(new Language(catalogues, List.of()));
  }

  /** A writer of that language. */
  public RecordWriter(Language language) {
    this(language, Optional.empty());
  }

  private RecordWriter(Language language, Optional<Map<Writing, JsonNode>> remembered) {
    this.language = language;
    this.remembered = remembered;
  }

  /**
   * A writer of the same language for many records that are alike: equal parts become one and the
   * same tree. The trees must not be written any more. One owner, one thread.
   */
  public RecordWriter remembering() {
    return new RecordWriter(language, Optional.of(new HashMap<>()));
  }

  /** The tree of that record, with its kind if a catalogue lists it. */
  public JsonNode toTree(Object record) {
    Class<?> type = record.getClass();
    return toTree(record, language.listing(type).<Class<?>>map(Catalogue::type).orElse(type));
  }

  /** The tree of that value where a {@code declared} is expected. */
  public JsonNode toTree(Object value, Class<?> declared) {
    return tree(value, declared);
  }

  private JsonNode tree(Object value, Type declared) {
    if (declared instanceof ParameterizedType container) {
      Type[] arguments = container.getActualTypeArguments();
      return container(value, arguments[arguments.length - 1]);
    }
    Class<?> plain = (Class<?>) declared;
    if (remembered.isEmpty() || !(value instanceof Record record)) {
      return newTree(value, plain);
    }
    Writing writing = new Writing(record, plain);
    JsonNode before = remembered.get().get(writing);
    if (before != null) {
      return before;
    }
    JsonNode tree = newTree(value, plain);
    remembered.get().put(writing, tree);
    return tree;
  }

  private JsonNode newTree(Object value, Class<?> plain) {
    Optional<Notation<?>> notation = language.notation(plain);
    if (notation.isPresent()) {
      return written(notation.get(), value);
    }
    ObjectNode tree = NODES.objectNode();
    language.family(plain).ifPresent(family -> tree.put("kind", family.kindOf(value.getClass())));
    return value instanceof Record record ? components(record, tree) : scalar(value);
  }

  private <T> JsonNode written(Notation<T> notation, Object value) {
    return notation.write(notation.type().cast(value), this);
  }

  private JsonNode components(Record record, ObjectNode tree) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = get(record, component);
      if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
        tree.set(component.getName(), tree(value, component.getGenericType()));
      }
    }
    return tree;
  }

  private JsonNode container(Object value, Type inner) {
    if (value instanceof Optional<?> optional) {
      return tree(optional.orElseThrow(), inner);
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(tree(element, inner)));
      return array;
    }
    ObjectNode object = NODES.objectNode();
    ((Map<?, ?>) value).forEach((key, element) -> object.set((String) key, tree(element, inner)));
    return object;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof JsonNode node) {
      return node.deepCopy();
    } else if (value instanceof Integer || value instanceof Long) {
      return NODES.numberNode(((Number) value).longValue());
    } else if (value instanceof Double number) {
      return NODES.numberNode((double) number);
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    } else if (value instanceof Enum<?> constant) {
      return NODES.textNode(Words.of(constant));
    } else if (value instanceof String text) {
      return NODES.textNode(text);
    }
    throw new IllegalArgumentException("cannot write a " + value.getClass());
  }

  private static Object get(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
