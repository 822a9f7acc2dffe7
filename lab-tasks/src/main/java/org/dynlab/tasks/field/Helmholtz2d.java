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
 * Helmholtz's equation on a square, u = 0 at its edge: two problems of the literature, see {@link
 * HelmholtzProblem}.
 *
 * <p>Soft: one term of the edge; DeepXDE weighs it 100, Wang et al. 1. Hard: v = u times the
 * product over both coordinates of 4(x − low)(high − x)/length². Judged on a uniform grid.
 */
@Meaning("Helmholtz's equation on a square")
public record Helmholtz2d(
    @Meaning("which of the two problems: equalWaves or unequalWaves") @Default("equalWaves")
        HelmholtzProblem problem,
    @Meaning("edge conditions as terms of the loss or built in") @Default("soft")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("midpoints")
        Scatter points,
    @Meaning("number of points inside") @Default("400") int interior,
    @Meaning("number of points of the edge") @Default("160") int boundary,
    @Meaning("factor on the term of the edge") @Default("100") double boundaryWeight)
    implements Task {
  private static final Jet JET = Jet.withLaplacian(2);

  /** Checks counts and weights. */
  public Helmholtz2d {
    new PointCounts(points)
        .inPlane("interior", interior)
        .onLine("boundary", boundary)
        .weight("boundaryWeight", boundaryWeight)
        .done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Box box = Box.of(problem.side(), problem.side());
    Sampling sampling = new Sampling(points, seeds);
    Collocation train = new Collocation(JET, trial());
    Term inside = new Term("interior", 1, problem.equation(JET));
    train.add(inside, sampling.inside(box, interior), problem::source);
    if (constraint == Constraint.SOFT) {
      List<Box.Face> faces = new ArrayList<>(Box.across(0));
      faces.addAll(Box.across(1));
      Term edge = new Term("boundary", boundaryWeight, LinearOperator.value(JET));
      train.add(edge, sampling.on(box, faces, boundary), x -> 0);
    }
    Quadrature axis = Quadrature.trapezoid(problem.evalSide(), problem.side());
    return new TaskData(
        train.examples(),
        Collocation.judge(PointSet.grid(axis, axis), trial(), problem.solution()::value));
  }

  private Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Field nothing = x -> x.get(0).times(0);
    return Optional.of(new TrialFunction(nothing, x -> bump(x.get(0)).times(bump(x.get(1)))));
  }

  private Germ bump(Germ x) {
    Interval side = problem.side();
    double scale = 4 / (side.length() * side.length());
    return x.plus(-side.low()).times(x.times(-1).plus(side.high())).times(scale);
  }
}
