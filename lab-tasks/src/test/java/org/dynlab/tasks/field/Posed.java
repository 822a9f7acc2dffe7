package org.dynlab.tasks.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/** Every differential equation of the lab in all its forms, small, with its solution if simple. */
record Posed(String name, TaskData data, Constraint constraint, Optional<Field> solution) {
  private static final int INSIDE = 60;
  private static final int EDGE = 12;
  private static final List<Posed> ALL = List.copyOf(prepared());

  static List<Posed> all() {
    return ALL;
  }

  private static List<Posed> prepared() {
    List<Posed> all = new ArrayList<>();
    for (Constraint how : Constraint.values()) {
      for (Scatter scatter : List.of(Scatter.MIDPOINTS, Scatter.RANDOM)) {
        all.addAll(posed(how, scatter));
      }
    }
    return all;
  }

  private static List<Posed> posed(Constraint how, Scatter scatter) {
    List<Posed> some = new ArrayList<>();
    for (Poisson1dProblem problem : Poisson1dProblem.values()) {
      Task task = new Poisson1d(problem, how, scatter, INSIDE, 2);
      some.add(of(task, how, Optional.of(problem.solution())));
    }
    for (HelmholtzProblem problem : HelmholtzProblem.values()) {
      Task task = new Helmholtz2d(problem, how, scatter, INSIDE, EDGE, 3);
      some.add(of(task, how, Optional.of(problem.solution())));
    }
    for (AllenCahnProblem problem : AllenCahnProblem.values()) {
      Task task = new AllenCahn(problem, how, scatter, INSIDE, EDGE, EDGE, 2, 3);
      some.add(of(task, how, Optional.empty()));
    }
    some.add(
        of(new Poisson2d(how, scatter, INSIDE, EDGE, 2), how, Optional.of(Poisson2d.solution())));
    some.add(
        of(new Heat(how, scatter, INSIDE, EDGE, EDGE, 2, 3), how, Optional.of(Heat.solution())));
    some.add(
        of(
            new Wave1d(how, scatter, INSIDE, EDGE, EDGE, 2, 3),
            how,
            Optional.of(Wave1d.solution())));
    some.add(of(new Burgers(how, scatter, INSIDE, EDGE, EDGE, 2, 3), how, Optional.empty()));
    return some;
  }

  private static Posed of(Task task, Constraint how, Optional<Field> solution) {
    return new Posed(task.toString(), task.prepare(new SeedTree(5)), how, solution);
  }

  Examples train() {
    return data.train();
  }

  Examples eval() {
    return data.eval();
  }

  /** Residual of that row for a network output with these channels. */
  static double residual(Examples examples, int row, double[] jet, double[] slopes) {
    ResidualTargets targets = (ResidualTargets) examples.targets();
    double[] known = known(targets, row);
    return targets.terms().get(targets.term(row)).residual().at(known, jet, slopes);
  }

  static double[] known(ResidualTargets targets, int row) {
    double[] known = new double[targets.known().width()];
    for (int i = 0; i < known.length; i++) {
      known[i] = targets.known().value(row, i);
    }
    return known;
  }

  static double[] point(Examples examples, int row) {
    double[] point = new double[examples.features().width()];
    for (int i = 0; i < point.length; i++) {
      point[i] = ((DenseFeatures) examples.features()).value(row, i);
    }
    return point;
  }

  /**
   * The network output that makes the answer v: u = (v − A)/B and its derivatives, one after the
   * other; v itself if constraints are soft.
   */
  UnaryOperator<double[]> networkFor(Jet jet, double[] known) {
    if (constraint == Constraint.SOFT) {
      return v -> v;
    }
    int channels = jet.channels();
    return v -> {
      double[] u = new double[channels];
      double b = known[1 + channels];
      u[0] = (v[0] - known[1]) / b;
      for (int c = 1; c < channels; c++) {
        u[c] = (v[c] - known[1 + c] - known[1 + channels + c] * u[0]) / b;
      }
      for (int i : jet.first()) {
        int first = jet.firstChannel(i);
        int second = jet.laplacian() ? jet.laplacianChannel() : -1;
        second = jet.second().contains(i) ? jet.secondChannel(i) : second;
        if (second >= 0) {
          u[second] -= 2 * known[1 + channels + first] * u[first] / b;
        }
      }
      return u;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
