package org.dynlab.core.instrument;

import java.util.List;
import org.dynlab.core.state.Slot;
import org.dynlab.store.table.Column;

/**
 * An instrument at work in one run.
 *
 * <p>Most have scratch memory only: equal views give equal numbers. One that has to see every step
 * (a path length, a difference between measurements) follows the run and keeps what it knows in
 * slots, so that a run resumed from a checkpoint measures on as if it had never stopped.
 */
public interface Gauge {

  /** What {@link #measure} returns, in order; the same for the whole run. */
  List<Column> columns();

  /** One number per column. NaN where the quantity does not exist or the state is not finite. */
  double[] measure(StepView view);

  /** Whether {@link #follow} must be called at every step, measured or not. */
  default boolean follows() {
    return false;
  }

  /** Takes notice of a step; called before {@link #measure} of the same step. */
  default void follow(StepView view) {}

  /** What it has to remember from step to step. */
  default List<Slot> slots() {
    return List.of();
  }
}
