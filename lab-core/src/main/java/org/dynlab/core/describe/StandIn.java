package org.dynlab.core.describe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values to put in the place of a component that could not be read, so that the record's other
 * components can be checked all the same. There are several, far apart: what is wrong with each of
 * them is not the stand-in's fault.
 */
final class StandIn {
  private StandIn() {}

  /** The default first, if there is one; never empty; {@code null} where nothing is known. */
  static List<Object> forFailed(RecordComponent component, Optional<Object> byDefault) {
    List<Object> candidates = new ArrayList<>();
    byDefault.ifPresent(candidates::add);
    candidates.addAll(ofType(component.getGenericType()));
    return Collections.unmodifiableList(candidates);
  }

  private static List<?> ofType(Type type) {
    if (type instanceof ParameterizedType container) {
      return ofContainer(container);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return List.of(1, 1_000_000);
    } else if (plain == long.class || plain == Long.class) {
      return List.of(1L, 1_000_000L);
    } else if (plain == double.class || plain == Double.class) {
      return List.of(0.5, 1e6);
    } else if (plain == boolean.class || plain == Boolean.class) {
      return List.of(true, false);
    } else if (plain == String.class) {
      return List.of("a", "b");
    }
    return plain.isEnum() ? List.of(plain.getEnumConstants()) : Collections.singletonList(null);
  }

  private static List<?> ofContainer(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Object inner = ofType(arguments[arguments.length - 1]).get(0);
    if (type.getRawType() == Optional.class) {
      return List.of(Optional.empty(), Optional.ofNullable(inner));
    } else if (type.getRawType() == List.class) {
      return List.of(List.of(), Collections.singletonList(inner));
    }
    return List.of(Map.of());
  }
}
