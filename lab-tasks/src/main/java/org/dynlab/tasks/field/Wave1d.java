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
 * u_tt = 4 u_xx on x, t in [0, 1], u = 0 at both ends, u(x, 0) = sin πx + ½ sin 4πx, u_t(x, 0) = 0;
 * u = sin πx cos 2πt + ½ sin 4πx cos 8πt (the wave problem of PINNacle, Hao et al. 2023,
 * arXiv:2306.08827).
 *
 * <p>Inputs are (x, t). Soft: the initial speed is a term of its own with {@code initialWeight}.
 * Hard: v = u(x, 0) + 4t² x(1 − x) u. Judged on a uniform grid of 101 × 101.
 */
@Meaning("the wave equation u_tt = 4 u_xx, two standing waves")
public record Wave1d(
    @Meaning("edge conditions as terms of the loss or built in") @Default("soft")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("midpoints")
        Scatter points,
    @Meaning("number of points inside") @Default("2540") int interior,
    @Meaning("number of points of both ends") @Default("80") int boundary,
    @Meaning("number of points at t = 0") @Default("160") int initial,
    @Meaning("factor on the term of the ends") @Default("1") double boundaryWeight,
    @Meaning("factor on the terms of t = 0") @Default("1") double initialWeight)
    implements Task {
  private static final double SPEED_SQUARED = 4;
  private static final Box DOMAIN = Box.of(Interval.UNIT, Interval.UNIT);
  private static final Jet JET = new Jet(2, List.of(0, 1), List.of(0, 1), false);
  private static final int EVAL_SIDE = 101;

  /** Checks counts and weights. */
  public Wave1d {
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
    LinearOperator equation = LinearOperator.on(JET).plusSecond(1, 1).plusSecond(0, -SPEED_SQUARED);
    train.add(new Term("interior", 1, equation), sampling.inside(DOMAIN, interior), x -> 0);
    if (constraint == Constraint.SOFT) {
      LinearOperator value = LinearOperator.value(JET);
      LinearOperator speed = LinearOperator.on(JET).plusFirst(1, 1);
      PointSet start = sampling.on(DOMAIN, Box.START, initial);
      Term ends = new Term("boundary", boundaryWeight, value);
      train.add(ends, sampling.on(DOMAIN, Box.across(0), boundary), x -> 0);
      train.add(new Term("initial", initialWeight, value), start, solution()::value);
      train.add(new Term("speed", initialWeight, speed), start, x -> 0);
    }
    Quadrature axis = Quadrature.trapezoid(EVAL_SIDE, Interval.UNIT);
    return new TaskData(
        train.examples(), Collocation.judge(PointSet.grid(axis, axis), trial(), solution()::value));
  }

  static Field solution() {
    return x -> standing(x, 1).plus(standing(x, 4).times(0.5));
  }

  private static Germ standing(List<Germ> x, int waves) {
    Germ shape = x.get(0).times(waves * Math.PI).sin();
    return shape.times(x.get(1).times(2 * waves * Math.PI).cos());
  }

  Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Field start =
        x -> x.get(0).times(Math.PI).sin().plus(x.get(0).times(4 * Math.PI).sin().times(0.5));
    Field distance = x -> x.get(1).square().times(4).times(x.get(0).minus(x.get(0).square()));
    return Optional.of(new TrialFunction(start, distance));
  }
}
