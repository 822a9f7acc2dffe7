package org.dynlab.app.slurm;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dynlab.app.terminal.Words;

/**
 * How a task is.
 *
 * @param name Slurm's word, e.g. {@code RUNNING}
 * @param reason why it waits, e.g. {@code Resources}; {@code None} of one that does not
 */
record TaskState(String name, String reason) {
  /** Of a task while Slurm does not answer. */
  static final TaskState UNKNOWN = new TaskState("UNKNOWN", "None");

  private static final Set<String> OVER =
      Set.of(
          "BOOT_FAIL",
          "CANCELLED",
          "COMPLETED",
          "DEADLINE",
          "FAILED",
          "NODE_FAIL",
          "OUT_OF_MEMORY",
          "PREEMPTED",
          "REVOKED",
          "TIMEOUT");

  /** Whether it waits, works or will wait again. */
  boolean isAlive() {
    return !OVER.contains(name);
  }

  /** e.g. {@code 12 runs wait (10 Resources, 2 JobArrayTaskLimit)}; empty if none does. */
  static String waiting(Collection<TaskState> states) {
    Map<String, Long> reasons =
        states.stream()
            .filter(state -> state.name.equals("PENDING"))
            .collect(Collectors.groupingBy(TaskState::reason, TreeMap::new, Collectors.counting()));
    long all = reasons.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return "";
    }
    return reasons.entrySet().stream()
        .map(each -> (reasons.size() == 1 ? "" : each.getValue() + " ") + each.getKey())
        .collect(
            Collectors.joining(
                ", ", Words.count(all, "run") + (all == 1 ? " waits (" : " wait ("), ")"));
  }
}
