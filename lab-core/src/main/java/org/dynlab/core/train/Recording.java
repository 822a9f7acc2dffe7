package org.dynlab.core.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.Ending;
import org.dynlab.store.Manifest;
import org.dynlab.store.RunDirectory;

/** A run directory in the making, for training that is not the lab's own loop. */
public final class Recording {
  private final Watch watch;
  private final RunDirectory directory;
  private final RunRecorder recorder;

  /**
   * Begins to write {@code folder}, which must be absent or empty.
   *
   * @param steps the most steps there will be, which log-spaced cadences count on
   */
  public Recording(
      Path folder, Manifest manifest, List<Probe> probes, Subject subject, long steps) {
    this.watch = new Watch(probes, subject, steps);
    this.directory = RunDirectory.create(folder, manifest, watch.columns());
    this.recorder = RunRecorder.begin(directory, watch);
  }

  /** Measures what is due at that step and writes its row; gives what its readers should know. */
  public Optional<String> at(StepView view) {
    watch.look(view);
    recorder.row(view.step());
    return watch.news();
  }

  /** Whether an instrument has to see every step. */
  public boolean follows() {
    return watch.follows();
  }

  /** Ends the run at that instant. */
  public void end(Ending ending, String instant) {
    recorder.close();
    directory.end(ending, instant);
  }
}
