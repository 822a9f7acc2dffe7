package org.dynlab.instrument.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.store.table.Column;

/** One number about one weight matrix W; the order here is the order of columns and of values. */
enum MatrixStatistic {
  L1("sum of |w_ij|", "L1"),
  L2("Frobenius norm sqrt(sum of w_ij^2)", "L2"),
  L1_OVER_L2("l1 / l2 (code_sparsity)", "L1/L2"),
  TRACE("sum of the main diagonal w_ii", "trace"),
  SPECTRAL("largest singular value", "lambda_max"),
  TRACE_OVER_SPECTRAL("trace / spectral (computational_sparsity)", "trace/lambda_max"),
  SINGULAR_MEAN("mean of the singular values, those below 1e-5 as 0", "mu(lambda)"),
  SINGULAR_VARIANCE(
      "variance (n-1) of the singular values, those below 1e-5 as 0", "sigma(lambda)");

  private final String definition;
  private final String symbol;

  MatrixStatistic(String definition, String symbol) {
    this.definition = definition;
    this.symbol = symbol;
  }

  /** All, or those that need no singular values. */
  static List<MatrixStatistic> chosen(boolean singularValues) {
    return Arrays.stream(values())
        .filter(statistic -> singularValues || statistic.compareTo(SPECTRAL) < 0)
        .toList();
  }

  /** Averaged over all matrices; only a single singular value's variance is left out. */
  Column average() {
    String left = this == SINGULAR_VARIANCE ? " with at least two of them" : "";
    return column("all", "mean over the weight matrices" + left + " of: " + definition);
  }

  /** Of the matrix of that layer. */
  Column of(String layer) {
    return column(layer, "weight matrix of " + layer + ": " + definition);
  }

  private Column column(String where, String meaning) {
    String statistic = name().toLowerCase(Locale.ROOT);
    return new Column("weight." + where + "." + statistic, "1", meaning + "; symbol " + symbol);
  }
}
