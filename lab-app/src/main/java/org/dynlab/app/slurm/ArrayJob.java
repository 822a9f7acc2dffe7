package org.dynlab.app.slurm;

import java.util.List;
import java.util.Objects;

/**
 * A job array that was submitted.
 *
 * @param job Slurm's id
 * @param name its job name
 * @param submitted when, as an ISO-8601 instant
 * @param runs numbers of its runs in the plan; task t works on the t-th, from 0
 */
record ArrayJob(String job, String name, String submitted, List<Integer> runs) {

  /** Refuses missing parts, copies the list. */
  ArrayJob {
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(submitted, "submitted");
    runs = List.copyOf(runs);
  }

  /** What Slurm calls the task that works on its t-th run. */
  String task(int place) {
    return job + "_" + place;
  }
}
