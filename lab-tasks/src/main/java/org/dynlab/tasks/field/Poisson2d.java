package org.dynlab.tasks.field;

import java.util.ArrayList;
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
 * Δu + f = 0 on [-π/2, π/2]², u = 0 at the edge, f = 8 sin 2x sin 2y; u = sin 2x sin 2y (example
 * 4.2 of Yang, Zhao and Zhu, arXiv:2412.05144).
 *
 * <p>The paper's loss is the sum of two integrals, over the box and over its edge; here both are
 * means, as its plateau of about 15 suggests (the mean of f² is 16). Numbers of points are not
 * stated there. Hard: v = u · (1 − (2x/π)²)(1 − (2y/π)²). Judged on a uniform grid of 101 × 101.
 */
@Meaning("Poisson's equation on a square, u = sin 2x sin 2y")
public record Poisson2d(
    @Meaning("edge conditions as terms of the loss or built in") @Default("soft")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("midpoints")
        Scatter points,
    @Meaning("number of points inside") @Default("400") int interior,
    @Meaning("number of points of the edge") @Default("160") int boundary,
    @Meaning("factor on the term of the edge") @Default("1") double boundaryWeight)
    implements Task {
  private static final Interval SIDE = new Interval(-Math.PI / 2, Math.PI / 2);
  private static final Box DOMAIN = Box.of(SIDE, SIDE);
  private static final Jet JET = Jet.withLaplacian(2);
  private static final int EVAL_SIDE = 101;

  /** Checks counts and weights. */
  public Poisson2d {
    new PointCounts(points)
        .inPlane("interior", interior)
        .onLine("boundary", boundary)
        .weight("boundaryWeight", boundaryWeight)
        .done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Sampling sampling = new Sampling(points, seeds);
    Collocation train = new Collocation(JET, trial());
    Term inside = new Term("interior", 1, LinearOperator.on(JET).plusLaplacian(1));
    train.add(inside, sampling.inside(DOMAIN, interior), x -> -8 * solution().value(x));
    if (constraint == Constraint.SOFT) {
      List<Box.Face> faces = new ArrayList<>(Box.across(0));
      faces.addAll(Box.across(1));
      Term edge = new Term("boundary", boundaryWeight, LinearOperator.value(JET));
      train.add(edge, sampling.on(DOMAIN, faces, boundary), x -> 0);
    }
    Quadrature axis = Quadrature.trapezoid(EVAL_SIDE, SIDE);
    return new TaskData(
        train.examples(), Collocation.judge(PointSet.grid(axis, axis), trial(), solution()::value));
  }

  static Field solution() {
    return x -> x.get(0).times(2).sin().times(x.get(1).times(2).sin());
  }

  private Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Field nothing = x -> x.get(0).times(0);
    return Optional.of(new TrialFunction(nothing, x -> bump(x.get(0)).times(bump(x.get(1)))));
  }

  private static Germ bump(Germ x) {
    return x.times(2 / Math.PI).square().times(-1).plus(1);
  }
}
