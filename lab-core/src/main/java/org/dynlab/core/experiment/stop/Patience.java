package org.dynlab.core.experiment.stop;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.state.Slot;

/** Ends a run once a column has not improved on its best for a number of steps. */
public record Patience(
    @Meaning("column of the metric table, e.g. eval.loss") String column,
    @Meaning("steps without improvement that are one too many, >= 1") long patience,
    @Default("lowest") @Meaning("which value is best") Goal best,
    @Default("0") @Meaning("difference that an improvement must exceed, >= 0") double by)
    implements StopRule {

  /** Which value of a column is best. */
  public enum Goal {
    /** e.g. a loss. */
    LOWEST,
    /** e.g. an accuracy. */
    HIGHEST
  }

  /** Checks the ranges. */
  public Patience {
    new Checks()
        .that(StopRule.names(column), "column", "must name a column", '"' + column + '"')
        .that(patience >= 1, "patience", "must be >= 1", patience)
        .nonNegative("by", by)
        .done();
  }

  @Override
  public StopState begin() {
    return new Waiting(this);
  }

  private static final class Waiting implements StopState {
    private static final int BEST = 0;
    private static final int STEP = 1;

    private final Patience rule;
    private final Slot best = new Slot("best", new double[] {Double.NaN, 0});

    private Waiting(Patience rule) {
      this.rule = rule;
    }

    @Override
    public boolean see(long step, double value) {
      double[] known = best.values();
      double gain = rule.best == Goal.LOWEST ? known[BEST] - value : value - known[BEST];
      if (Double.isNaN(known[BEST]) || gain > rule.by) {
        known[BEST] = value;
        known[STEP] = (double) step;
      }
      return step - known[STEP] >= rule.patience;
    }

    @Override
    public Slot slot() {
      return best;
    }

    @Override
    public String reason() {
      return rule.column
          + " has not improved on "
          + best.values()[BEST]
          + " for "
          + rule.patience
          + " steps";
    }
  }
}
