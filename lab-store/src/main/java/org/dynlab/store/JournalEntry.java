package org.dynlab.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing that happened to a sweep.
 *
 * @param time ISO-8601 instant
 * @param event what happened, one word such as {@code started}
 * @param details more about it: key to value, in order
 */
public record JournalEntry(String time, String event, Map<String, String> details) {
  /** Copies the details in their order. */
  public JournalEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(event, "event");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /**
   * The entries of several journals in the order of their times. Entries of one journal stay in
   * their order: one whose time is none, or lies before that of its forerunner, comes right behind
   * it.
   */
  static List<JournalEntry> merge(List<List<JournalEntry>> journals) {
    Map<Instant, List<JournalEntry>> byTime = new TreeMap<>();
    for (List<JournalEntry> journal : journals) {
      Instant latest = Instant.MIN;
      for (JournalEntry entry : journal) {
        Instant own = entry.instantOr(latest);
        latest = own.isAfter(latest) ? own : latest;
        byTime.computeIfAbsent(latest, time -> new ArrayList<>()).add(entry);
      }
    }
    return byTime.values().stream().flatMap(List::stream).toList();
  }

  private Instant instantOr(Instant other) {
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      return other;
    }
  }
}
