package org.dynlab.app.slurm;

import java.util.List;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.sweep.SweepListener;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;

/** Several listeners as one. */
record Listeners(List<SweepListener> all) implements SweepListener {

  @Override
  public void started(RunSpec run, long workerPid) {
    all.forEach(listener -> listener.started(run, workerPid));
  }

  @Override
  public void waiting(String runs) {
    all.forEach(listener -> listener.waiting(runs));
  }

  @Override
  public void progressed(RunSpec run, Message.Progress progress) {
    all.forEach(listener -> listener.progressed(run, progress));
  }

  @Override
  public void noted(RunSpec run, Message.Noted noted) {
    all.forEach(listener -> listener.noted(run, noted));
  }

  @Override
  public void ended(RunSpec run, Message.Ended ending) {
    all.forEach(listener -> listener.ended(run, ending));
  }

  @Override
  public void lost(RunSpec run, Loss loss) {
    all.forEach(listener -> listener.lost(run, loss));
  }
}
