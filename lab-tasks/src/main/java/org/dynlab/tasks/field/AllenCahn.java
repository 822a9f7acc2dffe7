package org.dynlab.tasks.field;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * The Allen–Cahn equation u_t = D u_xx + 5(u − u³) on x in [-1, 1], t in [0, 1], u(x, 0) = x² cos
 * πx: two different problems share the name, see {@link AllenCahnProblem}.
 *
 * <p>Inputs are (x, t). Hard: {@code dirichlet} v = x² cos πx + t(1 − x²) u; {@code periodic} v =
 * x² cos πx + t u, its ends still a term. Numbers of points are those of DeepXDE's demo. Judged on
 * a uniform grid of 201 x times 101 t against {@link StrangSplitting}.
 */
@Meaning("the Allen-Cahn equation")
public record AllenCahn(
    @Meaning("dirichlet: D = 0.001, u = -1 at the ends; periodic: D = 0.0001") @Default("dirichlet")
        AllenCahnProblem problem,
    @Meaning("edge conditions as terms of the loss or built in") @Default("hard")
        Constraint constraint,
    @Meaning("how points are spread: uniform, midpoints, gaussLegendre, random, latinHypercube")
        @Default("random")
        Scatter points,
    @Meaning("number of points inside") @Default("8000") int interior,
    @Meaning("number of points of both ends") @Default("400") int boundary,
    @Meaning("number of points at t = 0") @Default("800") int initial,
    @Meaning("factor on the term of the ends") @Default("1") double boundaryWeight,
    @Meaning("factor on the term of t = 0") @Default("1") double initialWeight)
    implements Task {
  static final Jet JET = new Jet(2, List.of(0, 1), List.of(0), false);
  private static final Box DOMAIN = Box.of(Interval.SYMMETRIC, Interval.UNIT);

  /** Checks counts and weights. */
  public AllenCahn {
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
    Term inside = new Term("interior", 1, residual(problem.diffusion()));
    train.add(inside, sampling.inside(DOMAIN, interior), x -> 0);
    if (constraint == Constraint.SOFT || problem == AllenCahnProblem.PERIODIC) {
      Term ends = new Term("boundary", boundaryWeight, problem.ends(JET));
      PointSet edge = sampling.on(DOMAIN, Box.across(0), boundary);
      train.add(ends, edge, x -> problem.valueAtEnds());
    }
    if (constraint == Constraint.SOFT) {
      Term start = new Term("initial", initialWeight, LinearOperator.value(JET));
      train.add(start, sampling.on(DOMAIN, Box.START, initial), x -> start(x[0]));
    }
    StrangSplitting solution = problem.solution();
    return new TaskData(
        train.examples(), Collocation.judge(solution.grid(), trial(), solution::at));
  }

  /** r = u_t − D u_xx − 5(u − u³); channels u, u_x, u_t, u_xx. */
  static Residual residual(double diffusion) {
    return (known, u, slopes) -> {
      slopes[0] = -5 * (1 - 3 * u[0] * u[0]);
      slopes[2] = 1;
      slopes[3] = -diffusion;
      return u[2] - diffusion * u[3] - 5 * (u[0] - u[0] * u[0] * u[0]);
    };
  }

  /** u(x, 0). */
  static double start(double x) {
    return x * x * Math.cos(Math.PI * x);
  }

  private Optional<TrialFunction> trial() {
    if (constraint == Constraint.SOFT) {
      return Optional.empty();
    }
    Field start = x -> x.get(0).square().times(x.get(0).times(Math.PI).cos());
    Field distance =
        problem == AllenCahnProblem.PERIODIC
            ? x -> x.get(1)
            : x -> x.get(1).times(x.get(0).square().times(-1).plus(1));
    return Optional.of(new TrialFunction(start, distance));
  }
}
