package org.dynlab.core.train;

import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.checkpoint.CheckpointFolder;

/** Writes the checkpoints of a run: at the steps that are kept, when time is up, at the end. */
final class Keeper {
  private static final double FIRST_NANOS = 1e9;

  private final RunState state;
  private final RunRecorder recorder;
  private final CheckpointFolder folder;
  private final LongPredicate kept;
  private final double everyNanos;
  private final LongSupplier nanoClock;
  private final long begin;
  private long last;

  Keeper(
      RunState state,
      RunRecorder recorder,
      CheckpointFolder folder,
      LongPredicate kept,
      double everyNanos,
      LongSupplier nanoClock) {
    this.state = state;
    this.recorder = recorder;
    this.folder = folder;
    this.kept = kept;
    this.everyNanos = everyNanos;
    this.nanoClock = nanoClock;
    this.begin = nanoClock.getAsLong();
    this.last = begin;
  }

  /** The row of {@code step} is written, and the run goes on. */
  void goesOn(long step) {
    if (kept.test(step) || nanoClock.getAsLong() - last >= pause()) {
      keep(step, false);
    }
  }

  /** A young run is written down after 1, 2, 4, ... seconds. */
  private double pause() {
    return Math.min(everyNanos, Math.max(FIRST_NANOS, (double) (last - begin)));
  }

  /** The run is over. A diverged one keeps its last finite checkpoint. */
  void over(Ending ending) {
    if (ending.outcome() != Outcome.DIVERGED) {
      keep(ending.steps(), ending.outcome() == Outcome.COMPLETED);
    }
  }

  private void keep(long step, boolean over) {
    folder.add(state.at(step, recorder.sync(), over));
    last = nanoClock.getAsLong();
  }
}
