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
 * u_t = 0.4 u_xx on x, t in [0, 1], u = 0 at both ends, u(x, 0) = sin πx; u = exp(−0.4π²t) sin πx
 * (the heat demo of DeepXDE, Lu et al. 2021, doi:10.1137/19M1274067, and its numbers of points).
 *
 * <p>Inputs are (x, t). Hard: v = sin πx + 4t x(1 − x) u. Judged on a uniform grid of 101 × 101.
 */
@Meaning("the heat equation u_t = 0.4 u_xx, sine start")
public record Heat(
    @Meaning("edge conditions as terms of the loss or built in") @Default("soft")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("midpoints")
        Scatter points,
    @Meaning("number of points inside") @Default("2540") int interior,
    @Meaning("number of points of both ends") @Default("80") int boundary,
    @Meaning("number of points at t = 0") @Default("160") int initial,
    @Meaning("factor on the term of the ends") @Default("1") double boundaryWeight,
    @Meaning("factor on the term of t = 0") @Default("1") double initialWeight)
    implements Task {
  private static final double DIFFUSION = 0.4;
  private static final Box DOMAIN = Box.of(Interval.UNIT, Interval.UNIT);
  private static final Jet JET = new Jet(2, List.of(0, 1), List.of(0), false);
  private static final int EVAL_SIDE = 101;

  /** Checks counts and weights. */
  public Heat {
    new PointCounts(points)
        .inPlane("interior", interior)
        .onLine("boundary", boundary)
        .onLine("initial", initial)
        .weight("boundaryWeight", boundaryWeight)
        .weight("initialWeight", initialWeight)
        .done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Sampling sampling = new Sampling(points, seeds);
    Collocation train = new Collocation(JET, trial());
    LinearOperator equation = LinearOperator.on(JET).plusFirst(1, 1).plusSecond(0, -DIFFUSION);
    train.add(new Term("interior", 1, equation), sampling.inside(DOMAIN, interior), x -> 0);
    if (constraint == Constraint.SOFT) {
      LinearOperator value = LinearOperator.value(JET);
      Term ends = new Term("boundary", boundaryWeight, value);
      Term start = new Term("initial", initialWeight, value);
      train.add(ends, sampling.on(DOMAIN, Box.across(0), boundary), x -> 0);
      train.add(start, sampling.on(DOMAIN, Box.START, initial), solution()::value);
    }
    Quadrature axis = Quadrature.trapezoid(EVAL_SIDE, Interval.UNIT);
    return new TaskData(
        train.examples(), Collocation.judge(PointSet.grid(axis, axis), trial(), solution()::value));
  }

  static Field solution() {
    double decay = -DIFFUSION * Math.PI * Math.PI;
    return x -> x.get(1).times(decay).exp().times(x.get(0).times(Math.PI).sin());
  }

  private Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Field distance = x -> x.get(1).times(4).times(x.get(0).minus(x.get(0).square()));
    return Optional.of(new TrialFunction(x -> x.get(0).times(Math.PI).sin(), distance));
  }
}
