package org.dynlab.core.describe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one family (tasks, models, optimizers, ...) under the names that {@code kind:}
 * uses. One list, no class-path scan.
 *
 * @param <T> what every member is
 */
public final class Catalogue<T> {
  private final String noun;
  private final Class<T> type;
  private final Map<String, Class<? extends T>> members = new LinkedHashMap<>();
  private final Optional<Scalar> scalar;

  /**
   * @param noun what a member is called in messages, e.g. {@code task}
   * @param type the family's interface
   * @param members the members, in the order in which they are listed
   */
  public Catalogue(String noun, Class<T> type, List<Member<T>> members) {
    this(noun, type, members, Optional.empty());
  }

  /** The same, where a bare number stands for a member too. */
  public Catalogue(String noun, Class<T> type, List<Member<T>> members, Scalar scalar) {
    this(noun, type, members, Optional.of(scalar));
    boolean fits =
        Arrays.stream(recordOf(scalar.kind()).getRecordComponents())
            .anyMatch(component -> component.getName().equals(scalar.component()));
    if (!fits) {
      String member = noun + " " + scalar.kind();
      throw new IllegalArgumentException(member + " has no component " + scalar.component());
    }
  }

  private Catalogue(String noun, Class<T> type, List<Member<T>> members, Optional<Scalar> scalar) {
    this.noun = noun;
    this.type = type;
    this.scalar = scalar;
    for (Member<T> member : members) {
      if (this.members.put(member.kind(), member.type()) != null) {
        throw new IllegalArgumentException(noun + " " + member.kind() + " is listed twice");
      }
    }
  }

  /**
   * One entry: the name under {@code kind:} and the record it stands for.
   *
   * @param <T> the family
   */
  public record Member<T>(String kind, Class<? extends T> type) {}

  /**
   * What a bare number means, e.g. {@code 0.01} where a schedule is expected: a member and the one
   * component of it that the number goes to.
   */
  public record Scalar(String kind, String component) {}

  /** What a member is called in messages. */
  public String noun() {
    return noun;
  }

  /** The family's interface. */
  public Class<T> type() {
    return type;
  }

  /** The names, in listing order. */
  public List<String> kinds() {
    return List.copyOf(members.keySet());
  }

  /** The record of that kind. */
  public Optional<Class<? extends T>> find(String kind) {
    return Optional.ofNullable(members.get(kind));
  }

  /** What a bare number means, if it means anything. */
  public Optional<Scalar> scalar() {
    return scalar;
  }

  /** True if that record is a member. */
  public boolean lists(Class<?> record) {
    return members.containsValue(record);
  }

  private Class<? extends T> recordOf(String kind) {
    return find(kind)
        .orElseThrow(() -> new IllegalArgumentException(kind + " is not a listed " + noun));
  }

  /** The kind of that record. */
  public String kindOf(Class<?> record) {
    return members.entrySet().stream()
        .filter(entry -> entry.getValue() == record)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(record + " is not a listed " + noun));
  }
}
