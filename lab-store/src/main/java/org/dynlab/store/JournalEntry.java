package org.dynlab.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
}
