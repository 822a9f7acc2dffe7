package org.dynlab.core.describe;

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

  /**
   * @param noun what a member is called in messages, e.g. {@code task}
   * @param type the family's interface
   * @param members the members, in the order in which they are listed
   */
  public Catalogue(String noun, Class<T> type, List<Member<T>> members) {
    this.noun = noun;
    this.type = type;
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

  /** The kind of that record. */
  public String kindOf(Class<?> record) {
    return members.entrySet().stream()
        .filter(entry -> entry.getValue() == record)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(record + " is not a listed " + noun));
  }
}
