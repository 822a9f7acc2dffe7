package org.dynlab.app;

import java.util.List;
import org.dynlab.app.sweep.Engine;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepEngine;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.experiment.RunSpec;

/**
 * Worker processes on this machine.
 *
 * @param standing where the runs have their folders
 * @param command how a worker is started
 */
record LocalWorkers(Standing standing, WorkerCommand command) implements EngineChoice {

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
    return new SweepEngine(command, standing, runs);
  }
}
