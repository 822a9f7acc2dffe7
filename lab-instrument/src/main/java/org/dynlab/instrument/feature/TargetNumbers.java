package org.dynlab.instrument.feature;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.core.task.Targets;

/**
 * What a linear read-out of a layer has to meet on n inputs: factor_k · Σ_j β_j φ_j(x_k) =
 * target_k, one target per output.
 */
final class TargetNumbers {
  private final double[] factors;
  private final double[][] targets;

  private TargetNumbers(double[] factors, double[][] targets) {
    this.factors = factors;
    this.targets = targets;
  }

  /** On the features of each input: [n]. */
  double[] factors() {
    return factors;
  }

  /** [outputs][n]. */
  double[][] targets() {
    return targets;
  }

  /**
   * Real targets as they are, classes as 0 and 1 per class, and of residuals r(u) = s·u + r₀ that
   * are linear in the value of u alone, as those of evaluation points with a known solution are, s
   * and -r₀. Empty for residuals with derivatives.
   */
  static Optional<TargetNumbers> of(Activations activations) {
    return activations.targets().flatMap(TargetNumbers::of);
  }

  private static Optional<TargetNumbers> of(Targets targets) {
    if (targets instanceof ClassTargets classes) {
      return Optional.of(of(classes));
    }
    if (targets instanceof RealTargets real) {
      return Optional.of(of(real));
    }
    ResidualTargets residuals = (ResidualTargets) targets;
    return Double.isNaN(residuals.meanSquare()) ? Optional.empty() : Optional.of(of(residuals));
  }

  private static TargetNumbers of(ClassTargets classes) {
    double[][] numbers = new double[classes.classes()][classes.rows()];
    for (int i = 0; i < classes.rows(); i++) {
      numbers[classes.label(i)][i] = 1;
    }
    return new TargetNumbers(ones(classes.rows()), numbers);
  }

  private static TargetNumbers of(RealTargets real) {
    double[][] numbers = new double[real.width()][real.rows()];
    for (int i = 0; i < real.rows(); i++) {
      for (int k = 0; k < numbers.length; k++) {
        numbers[k][i] = real.value(i, k);
      }
    }
    return new TargetNumbers(ones(real.rows()), numbers);
  }

  private static TargetNumbers of(ResidualTargets residuals) {
    int rows = residuals.rows();
    double[] factors = new double[rows];
    double[][] numbers = new double[1][rows];
    DenseFeatures known = residuals.known();
    double[] table = new double[rows * known.width()];
    known.columnMajor(table);
    double[] given = new double[known.width()];
    double[] nothing = new double[residuals.jet().channels()];
    double[] slopes = new double[nothing.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < given.length; j++) {
        given[j] = table[j * rows + i];
      }
      Arrays.fill(slopes, 0);
      Term term = residuals.terms().get(residuals.term(i));
      numbers[0][i] = -term.residual().at(given, nothing, slopes);
      factors[i] = slopes[0];
    }
    return new TargetNumbers(factors, numbers);
  }

  private static double[] ones(int rows) {
    double[] factors = new double[rows];
    Arrays.fill(factors, 1);
    return factors;
  }
}
