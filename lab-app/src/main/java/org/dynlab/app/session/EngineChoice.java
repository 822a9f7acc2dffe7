package org.dynlab.app.session;

import java.util.List;
import org.dynlab.app.sweep.Engine;
import org.dynlab.core.experiment.RunSpec;

/** Who is to do the runs of a sweep. */
public interface EngineChoice {

  /** Who does that many runs, e.g. {@code 2 workers}. */
  public String words(int runs);

  /** How many of that many runs are done side by side at most. */
  public int jobs(int runs);

  /** Whether whoever does a run notes it in the journal, so that the launcher must not. */
  public boolean notesRuns();

  /** Gets everything ready for these runs. */
  public Engine prepare(List<RunSpec> runs);
}
