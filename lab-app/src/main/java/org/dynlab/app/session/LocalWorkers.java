package org.dynlab.app.session;

import java.util.List;
import org.dynlab.app.slurm.SlurmQueue;
import org.dynlab.app.sweep.Engine;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepEngine;
import org.dynlab.app.terminal.Words;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.problem.UserError;

/**
 * Worker processes on this machine.
 *
 * @param directory of the experiment
 * @param standing where the runs have their folders
 * @param command how a worker is started
 * @param maxFailures how many runs may fail before they stop
 */
public record LocalWorkers(
    ExperimentDirectory directory, Standing standing, WorkerCommand command, int maxFailures)
    implements EngineChoice {

  @Override
  public String words(int runs) {
    return Words.count(jobs(runs), "worker");
  }

  @Override
  public int jobs(int runs) {
    return Math.min(command.jobs(), runs);
  }

  @Override
  public boolean notesRuns() {
    return false;
  }

  @Override
  public Engine prepare(List<RunSpec> runs) {
    List<String> atWork = SlurmQueue.jobsAtWork(directory.path());
    if (!atWork.isEmpty()) {
      throw new UserError(
          directory.path().toString(),
          "must not be worked on from two sides",
          "Slurm jobs in the queue: " + String.join(", ", atWork),
          "--engine slurm follows them, scancel " + String.join(" ", atWork) + " ends them");
    }
    return new SweepEngine(command, standing, runs, maxFailures);
  }
}
