package org.dynlab.app.sweep;

import java.util.List;
import java.util.Optional;

/** Gets runs done, in whatever way; made for certain runs, works once. */
public interface Engine {

  /** Works until every run has been tried or something stops it; tells the listeners meanwhile. */
  SweepResult work(List<SweepListener> listeners);

  /** Asks it to stop; {@link #work} then returns. Any thread may, at any time. */
  void stop();

  /** Stops at once what would otherwise come to an orderly end; runs go on from checkpoints. */
  void kill();

  /** What goes on without it once {@link #work} has returned early, and how to end that. */
  Optional<String> goesOn();
}
