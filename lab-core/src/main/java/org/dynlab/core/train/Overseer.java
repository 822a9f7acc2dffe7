package org.dynlab.core.train;

import java.util.BitSet;
import java.util.List;
import org.dynlab.core.state.Slot;

/**
 * Looks at the rows of a run while it goes on and may flag the run or end it, e.g. because it has
 * entered a state from which runs do not come back. No run has one unless it is asked for.
 */
public interface Overseer {
  /** The run goes on. */
  Verdict NOTHING = new Verdict(Action.NOTHING, "");

  /** What is done about a run. */
  enum Action {
    /** It goes on. */
    NOTHING,
    /** It goes on, and whoever reads its numbers is told the reason. */
    FLAG,
    /** It ends as completed, for that reason. */
    END
  }

  /**
   * A decision.
   *
   * @param reason in words; empty if nothing is done
   */
  record Verdict(Action action, String reason) {}

  /**
   * Decides after a row.
   *
   * @param values one per column; must not be changed
   * @param measured which of them belong to this step
   */
  Verdict look(long step, double[] values, BitSet measured);

  /** What it remembers from row to row. */
  default List<Slot> slots() {
    return List.of();
  }
}
