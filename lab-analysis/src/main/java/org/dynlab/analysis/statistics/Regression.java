package org.dynlab.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/** The work behind {@link LeastSquares}. Columns are scaled to length 1 while it lasts. */
final class Regression {
  private static final double UPPER_TAIL = 0.025;

  /** A factor in a combination below that is rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Design design;
  private final double[] y;
  private final Span span = new Span();
  private final List<Integer> kept = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();

  Regression(Design design, double[] y) {
    this.design = design;
    this.y = y;
    for (int c = 0; c < design.names().size(); c++) {
      if (span.holds(design.column(c))) {
        left.add(c);
      } else {
        span.add(design.column(c));
        kept.add(c);
      }
    }
  }

  LeastSquares result() {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    boolean centred = span.holds(ones);
    double[] about = centred ? Vectors.centred(y) : y;
    double total = Vectors.dot(about, about);
    Fit fit = fit(y);
    return new LeastSquares(
        coefficients(fit),
        left.stream().map(this::dependence).toList(),
        y.length,
        kept.size(),
        centred,
        fit.squares,
        total == 0 ? Double.NaN : 1 - fit.squares / total,
        overall(total, fit.squares, kept.size() - (centred ? 1 : 0)));
  }

  private FTest overall(double total, double rest, int numerator) {
    int denominator = y.length - kept.size();
    boolean possible = numerator > 0 && denominator > 0 && total > 0;
    double f = ((total - rest) / numerator) / (rest / denominator);
    return new FTest(possible ? f : Double.NaN, numerator, denominator);
  }

  private List<Coefficient> coefficients(Fit fit) {
    int degrees = y.length - kept.size();
    List<Coefficient> coefficients = new ArrayList<>();
    for (int k = 0; k < kept.size(); k++) {
      String name = design.names().get(kept.get(k));
      double error = Math.sqrt(fit.squares / degrees * fit.inverse[k]);
      coefficients.add(
          degrees == 0
              ? new Coefficient(
                  name, fit.beta[k], Double.NaN, Double.NaN, Double.NaN, Interval.NONE)
              : tested(name, fit.beta[k], error, TDistribution.of(degrees)));
    }
    return coefficients;
  }

  private static Coefficient tested(
      String name, double estimate, double error, TDistribution student) {
    double t = estimate / error;
    double half = student.inverseSurvivalProbability(UPPER_TAIL) * error;
    return new Coefficient(
        name,
        estimate,
        error,
        t,
        2 * student.survivalProbability(Math.abs(t)),
        new Interval(estimate - half, estimate + half));
  }

  private Dependence dependence(int column) {
    List<Dependence.Term> terms = new ArrayList<>();
    double length = Vectors.norm(design.column(column));
    double[] beta = length == 0 ? new double[kept.size()] : fit(design.column(column)).beta;
    for (int k = 0; k < kept.size(); k++) {
      double part = Math.abs(beta[k]) * Vectors.norm(design.column(kept.get(k)));
      if (part > NEGLIGIBLE * length) {
        double whole = Math.rint(beta[k]);
        double factor = Math.abs(beta[k] - whole) < NEGLIGIBLE ? whole : beta[k];
        terms.add(new Dependence.Term(factor, design.names().get(kept.get(k))));
      }
    }
    return new Dependence(design.names().get(column), terms);
  }

  /** Coefficients on the kept columns, diagonal of (XᵀX)⁻¹, and the sum of squared residuals. */
  private static final class Fit {
    final double[] beta;
    final double[] inverse;
    final double squares;

    Fit(double[] beta, double[] inverse, double squares) {
      this.beta = beta;
      this.inverse = inverse;
      this.squares = squares;
    }
  }

  private Fit fit(double[] target) {
    int columns = kept.size();
    if (columns == 0) {
      return new Fit(new double[0], new double[0], Vectors.dot(target, target));
    }
    double[] lengths = kept.stream().mapToDouble(c -> Vectors.norm(design.column(c))).toArray();
    double[][] scaled = new double[target.length][columns];
    for (int r = 0; r < target.length; r++) {
      for (int k = 0; k < columns; k++) {
        scaled[r][k] = design.column(kept.get(k))[r] / lengths[k];
      }
    }
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.setNoIntercept(true);
    ols.newSampleData(target, scaled);
    double[] beta = ols.estimateRegressionParameters();
    double[] inverse = new double[columns];
    double[][] variance = ols.estimateRegressionParametersVariance();
    for (int k = 0; k < columns; k++) {
      inverse[k] = variance[k][k] / lengths[k] / lengths[k];
      beta[k] /= lengths[k];
    }
    double[] residuals = ols.estimateResiduals();
    return new Fit(beta, inverse, Vectors.dot(residuals, residuals));
  }
}
