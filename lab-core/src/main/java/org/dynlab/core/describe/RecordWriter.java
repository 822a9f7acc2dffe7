package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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

  /** A writer that knows these families and no notations. */
  public RecordWriter(List<Catalogue<?>> catalogues) {
    this(new Language(catalogues, List.of()));
  }

  /** A writer of that language. */
  public RecordWriter(Language language) {
    this.language = language;
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
