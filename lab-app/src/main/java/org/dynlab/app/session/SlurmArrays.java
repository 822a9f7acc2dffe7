package org.dynlab.app.session;

import java.util.List;
import java.util.OptionalInt;
import org.dynlab.app.slurm.SlurmQueue;
import org.dynlab.app.sweep.Engine;
import org.dynlab.core.experiment.RunSpec;

/**
 * Job arrays of Slurm.
 *
 * @param queue where the runs wait
 * @param atOnce how many may be at work at once; no limit if empty
 */
public record SlurmArrays(SlurmQueue queue, OptionalInt atOnce) implements EngineChoice {

  @Override
  public String words(int runs) {
    return "by Slurm";
  }

  @Override
  public int jobs(int runs) {
    return Math.min(runs, atOnce.orElse(runs));
  }

  @Override
  public boolean notesRuns() {
    return true;
  }

  @Override
  public Engine prepare(List<RunSpec> runs) {
    return queue.take(runs);
  }
}
