package org.dynlab.analysis;

import java.util.Map;

/**
 * What a run cost.
 *
 * @param wallSeconds wall clock of the steps
 * @param steps how many steps that was
 * @param instrumentSeconds seconds spent in each instrument, by name
 */
public record Timing(double wallSeconds, long steps, Map<String, Double> instrumentSeconds) {
  /** No timing known. */
  public static final Timing NONE = new Timing(0, 0, Map.of());

  /** Copies the map. */
  public Timing {
    instrumentSeconds = Ordered.copy(instrumentSeconds);
  }
}
