package org.dynlab.analysis;

import java.util.List;

/**
 * A run that a number could not be had of.
 *
 * @param run its folder
 * @param reason why not
 */
public record LeftOut(String run, String reason) {

  /** The runs of an arm that do not count at all: failed, unfinished, without measurements. */
  public static List<LeftOut> notCounted(Arm arm) {
    return Exclusions.of(arm.runs()).entries().stream()
        .filter(entry -> !entry.censored())
        .map(
            entry ->
                new LeftOut(
                    entry.run(),
                    entry.kind() + (entry.reason().isEmpty() ? "" : ": " + entry.reason())))
        .toList();
  }
}
