package org.dynlab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every run that does not count fully, with its reason; nothing is dropped silently.
 *
 * @param entries in the order of the plan
 */
public record Exclusions(List<Entry> entries) {

  /** Copies the list. */
  public Exclusions {
    entries = List.copyOf(entries);
  }

  /**
   * One run.
   *
   * @param run its folder
   * @param kind e.g. {@code failed}, {@code without measurements}
   * @param reason what is known of the cause, may be empty
   * @param censored true if its rows still count up to its end, false if it is left out
   */
  public record Entry(String run, String kind, String reason, boolean censored) {}

  static Exclusions of(List<Run> runs) {
    List<Entry> entries = new ArrayList<>();
    for (Run run : runs) {
      if (run.state() != RunState.COMPLETED) {
        entries.add(new Entry(run.name(), run.state().words(), run.reason(), run.counts()));
      } else if (!run.counts()) {
        entries.add(new Entry(run.name(), "without measurements", "no row was written", false));
      }
    }
    return new Exclusions(entries);
  }

  /** How many of each kind. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    entries.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
    return counts;
  }

  /** e.g. {@code 2 diverged, 1 not started}; {@code none}. */
  public String text() {
    List<String> parts = new ArrayList<>();
    counts().forEach((kind, count) -> parts.add(count + " " + kind));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
