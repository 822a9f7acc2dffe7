package org.dynlab.tasks.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;

/**
 * Gathers terms of a loss, each an equation on its own points, into one set of examples. Points
 * inside carry integration weights, points of the edge weight 0.
 */
final class Collocation {
  private final Jet jet;
  private final Optional<TrialFunction> trial;
  private final List<Term> terms = new ArrayList<>();
  private final List<PointSet> sets = new ArrayList<>();
  private final List<ToDoubleFunction<double[]>> known = new ArrayList<>();

  /**
   * @param jet the channels that the residuals read
   * @param trial what takes the place of the network output, if constraints are hard
   */
  Collocation(Jet jet, Optional<TrialFunction> trial) {
    this.jet = jet;
    this.trial = trial;
  }

  /** One more term, r = equation with {@code value} of the point as its known number. */
  Collocation add(Term term, PointSet points, ToDoubleFunction<double[]> value) {
    Residual residual = term.residual();
    Residual asked = trial.isPresent() ? TrialFunction.around(residual, jet) : residual;
    terms.add(new Term(term.name(), term.weight(), asked));
    sets.add(points);
    known.add(value);
    return this;
  }

  /** All terms together; nothing is known of the solution. */
  Examples examples() {
    return examples(Double.NaN);
  }

  /**
   * A grid with the solution's values on it: r = v − value, where v is the network's answer, and
   * the mean square that relative errors are relative to.
   */
  static Examples judge(
      PointSet grid, Optional<TrialFunction> trial, ToDoubleFunction<double[]> solution) {
    double sum = 0;
    for (int row = 0; row < grid.rows(); row++) {
      double value = solution.applyAsDouble(grid.point(row));
      sum += value * value;
    }
    Jet jet = Jet.value(grid.point(0).length);
    Term error = new Term("error", 1, LinearOperator.value(jet));
    return new Collocation(jet, trial).add(error, grid, solution).examples(sum / grid.rows());
  }

  private Examples examples(double meanSquare) {
    PointSet all = sets.stream().reduce(PointSet::followedBy).orElseThrow();
    int width = 1 + (trial.isPresent() ? TrialFunction.width(jet) : 0);
    int[] termOfRow = new int[all.rows()];
    double[] table = new double[all.rows() * width];
    double[] line = new double[width];
    int row = 0;
    for (int term = 0; term < terms.size(); term++) {
      PointSet points = sets.get(term);
      for (int k = 0; k < points.rows(); k++) {
        describe(points.point(k), known.get(term), line);
        System.arraycopy(line, 0, table, row * width, width);
        termOfRow[row++] = term;
      }
    }
    ResidualTargets targets =
        new ResidualTargets(jet, terms, termOfRow, new DenseFeatures(table, width), meanSquare);
    return new Examples(all.features(), targets, Optional.of(all.measure()));
  }

  private void describe(double[] point, ToDoubleFunction<double[]> value, double[] line) {
    line[0] = value.applyAsDouble(point);
    trial.ifPresent(function -> function.describe(point, jet, line));
  }
}
