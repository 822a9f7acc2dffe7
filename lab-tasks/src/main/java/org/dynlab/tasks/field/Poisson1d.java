package org.dynlab.tasks.field;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * −u'' = f on an interval, u = 0 at its lower end, and a condition a·u + b·u' = g at the upper one
 * (the Poisson demos of DeepXDE, Lu et al. 2021, doi:10.1137/19M1274067).
 *
 * <p>Soft: edge terms with {@code boundaryWeight}, one mean over both ends if both say u = 0, else
 * one term each. Hard: v = u · (x − low)(high − x) · 4/length², or v = u · (x − low)/length with
 * the upper end still a term. Judged at 100 uniform points.
 */
@Meaning("-u'' = f on an interval")
public record Poisson1d(
    @Meaning("right side and edge conditions") @Default("dirichlet") Poisson1dProblem problem,
    @Meaning("edge conditions as terms of the loss or built in") @Default("soft")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("midpoints")
        Scatter points,
    @Meaning("number of points inside") @Default("16") int interior,
    @Meaning("factor on the terms of the edge") @Default("1") double boundaryWeight)
    implements Task {
  private static final Jet JET = new Jet(1, List.of(0), List.of(0), false);
  private static final int EVAL_POINTS = 100;

  /** Checks counts and weights. */
  public Poisson1d {
    new PointCounts(points)
        .onLine("interior", interior)
        .weight("boundaryWeight", boundaryWeight)
        .done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Box box = Box.of(problem.domain());
    Sampling sampling = new Sampling(points, seeds);
    Collocation train = new Collocation(JET, trial());
    Term inside = new Term("interior", 1, LinearOperator.on(JET).plusSecond(0, -1));
    train.add(inside, sampling.inside(box, interior), problem::source);
    addEdge(train, sampling, box);
    PointSet grid = PointSet.grid(Quadrature.trapezoid(EVAL_POINTS, problem.domain()));
    return new TaskData(
        train.examples(), Collocation.judge(grid, trial(), problem.solution()::value));
  }

  private void addEdge(Collocation train, Sampling sampling, Box box) {
    boolean soft = constraint == Constraint.SOFT;
    LinearOperator value = LinearOperator.value(JET);
    if (problem.fixedAbove()) {
      if (soft) {
        Term edge = new Term("boundary", boundaryWeight, value);
        train.add(edge, sampling.on(box, Box.across(0), 2), x -> 0);
      }
      return;
    }
    if (soft) {
      Term lower = new Term("lower", boundaryWeight, value);
      train.add(lower, sampling.on(box, Box.across(0).subList(0, 1), 1), x -> 0);
    }
    Term upper = new Term("upper", boundaryWeight, problem.above(JET));
    train.add(upper, sampling.on(box, Box.across(0).subList(1, 2), 1), x -> problem.valueAbove());
  }

  private Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Interval side = problem.domain();
    Field fromBelow = x -> x.get(0).plus(-side.low()).times(1 / side.length());
    Field both =
        x -> fromBelow.of(x).times(x.get(0).times(-1).plus(side.high())).times(4 / side.length());
    Field nothing = x -> x.get(0).times(0);
    return Optional.of(new TrialFunction(nothing, problem.fixedAbove() ? both : fromBelow));
  }
}
