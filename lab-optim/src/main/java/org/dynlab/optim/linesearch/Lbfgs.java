package org.dynlab.optim.linesearch;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.store.problem.UserError;

/**
 * Limited-memory BFGS (Liu and Nocedal 1989, doi:10.1007/BF01589116; Nocedal and Wright 2006,
 * algorithm 7.5): one update is one iteration, a direction -H·g from the last {@code history} pairs
 * of steps and gradient changes, and a line search along it for the strong Wolfe conditions. For
 * full batches and losses without noise, such as PDE residuals; alone in its chain, since the
 * search follows the loss itself.
 *
 * <p>Every iteration costs the gradient pass of the step and one for every trial of the search,
 * mostly one. As in PyTorch's {@code LBFGS(max_iter=1, line_search_fn="strong_wolfe")} the first
 * trial is {@code learningRate}, min(1, 1/‖g‖₁) of it in the first iteration, and nothing moves
 * where the largest entry of the gradient or the slope along the direction is below its tolerance.
 * PyTorch's default history is 100.
 *
 * <p>Unlike there, an iteration whose search finds nothing lower (rounding, or a direction that
 * does not descend) leaves the parameters where they are and forgets all pairs, so that the next
 * one starts again with the steepest descent; a gradient that is not a number leaves as it came, so
 * that the run ends as diverged; and pairs are judged as {@link CurvaturePairs} says.
 *
 * <p>State: pairs, slots {@code lbfgs.steps}, {@code lbfgs.changes}, {@code lbfgs.products}, {@code
 * lbfgs.place}; the previous point and gradient, {@code lbfgs.point}, {@code lbfgs.gradient};
 * {@code lbfgs.counts}: iterations since the last start, evaluations, restarts. Memory: (2 ·
 * history + 6) numbers per parameter.
 */
@Meaning("limited-memory BFGS with a strong Wolfe line search; full batches only")
public record Lbfgs(
    @Meaning("first trial of every search, a number or a schedule, > 0 at first") @Default("1")
        Schedule learningRate,
    @Meaning("number of pairs kept, >= 1") @Default("50") int history,
    @Meaning("c₁, share of the slope's promise that must be kept, in (0, c2)") @Default("1.0e-4")
        double c1,
    @Meaning("c₂, share of the slope that may be left, in (c1, 1)") @Default("0.9") double c2,
    @Meaning("most trials of a search after the first, >= 1") @Default("25") int maxEvaluations,
    @Meaning("no step where no entry of the gradient is larger, >= 0") @Default("1.0e-7")
        double gradientTolerance,
    @Meaning("no step where slope or bracket are smaller, >= 0") @Default("1.0e-9")
        double changeTolerance)
    implements UpdateRule {

  /** Checks the ranges. */
  public Lbfgs {
    Checks checks = new Checks();
    checkRate(checks, learningRate);
    checks
        .that(history >= 1, "history", "must be >= 1", history)
        .strictlyBetween("c1", c1, 0, 1)
        .strictlyBetween("c2", c2, 0, 1)
        .that(!(c1 >= c2), "c1", "must be < c2, " + c2, c1)
        .that(maxEvaluations >= 1, "maxEvaluations", "must be >= 1", maxEvaluations)
        .nonNegative("gradientTolerance", gradientTolerance)
        .nonNegative("changeTolerance", changeTolerance)
        .done();
  }

  private static void checkRate(Checks checks, Schedule learningRate) {
    if (learningRate == null) {
      checks.that(false, "learningRate", "must be given", "nothing");
    } else {
      checks.positive("learningRate", learningRate.at(1));
    }
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING
        .withFullBatch("a line search compares losses of one batch; write batch: full, or use adam")
        .withOtherPoints();
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    if ((long) history * layout.size() > Integer.MAX_VALUE - 8) {
      throw new UserError(
          "optimizer",
          "must fit into memory: history times parameters below 2^31",
          history + " times " + layout.size(),
          "a shorter history");
    }
    return new LbfgsState(this, layout.size());
  }
}
