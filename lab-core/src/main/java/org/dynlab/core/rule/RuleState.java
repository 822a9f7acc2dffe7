package org.dynlab.core.rule;

import java.util.List;
import org.dynlab.core.state.Slot;

/** The mutable part of a rule, owned by one run. */
public interface RuleState {

  /**
   * Turns what the link receives into what the next link receives, in place.
   *
   * @param update length of the layout; the gradient for the first link of a chain
   * @param step number, loss and parameters before the update; read only
   */
  void rewrite(double[] update, StepInput step);

  /** The named arrays that make up the state; instruments may read them, checkpoints save them. */
  default List<Slot> slots() {
    return List.of();
  }
}
