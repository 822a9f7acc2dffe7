package org.dynlab.app.slurm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How jobs are, as {@code squeue} says. */
final class Squeue {
  private static final int FIELDS = 5;

  private final Programs programs;

  Squeue(Programs programs) {
    this.programs = programs;
  }

  /** State by task of those arrays; Slurm forgets tasks some minutes after their end. */
  Map<String, TaskState> states(List<ArrayJob> jobs) {
    if (jobs.isEmpty()) {
      return Map.of();
    }
    String ids = jobs.stream().map(ArrayJob::job).collect(Collectors.joining(","));
    Programs.Answer answer =
        programs.call(
            "squeue",
            List.of(
                "--noheader",
                "--array",
                "--states=all",
                "--jobs=" + ids,
                "--format=%F|%K|%T|%r|%j"));
    // Asked about a single job, squeue calls a forgotten id invalid.
    boolean forgotten = answer.complaint().contains("Invalid job id");
    if (answer.code() != 0 && !forgotten) {
      throw Refusals.machine("squeue", answer);
    }
    // Ids begin anew some day: the name tells a stranger's job.
    Map<String, String> names =
        jobs.stream().collect(Collectors.toMap(ArrayJob::job, ArrayJob::name, (a, b) -> b));
    Map<String, TaskState> states = new HashMap<>();
    for (String line : answer.out().lines().toList()) {
      String[] fields = line.strip().split("\\|", FIELDS);
      if (fields.length == FIELDS && fields[4].equals(names.get(fields[0]))) {
        states.put(fields[0] + "_" + fields[1], new TaskState(fields[2], fields[3]));
      }
    }
    return states;
  }
}
