package org.dynlab.analysis.latent.forecast;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A ridge regression with an intercept that is not penalised: centred columns, (XᵀX + λI)β = Xᵀ(y −
 * ȳ).
 */
final class Ridge {
  private final double[] means;
  private final double mean;
  private final double[] weights;

  /** Fits rows [N, d] to y. */
  Ridge(double[][] rows, double[] y, double penalty) {
    int width = rows[0].length;
    means = new double[width];
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += y[i];
      for (int j = 0; j < width; j++) {
        means[j] += rows[i][j] / rows.length;
      }
    }
    mean = sum / y.length;
    RealMatrix x = new Array2DRowRealMatrix(rows.length, width);
    RealVector target = new ArrayRealVector(y.length);
    for (int i = 0; i < rows.length; i++) {
      target.setEntry(i, y[i] - mean);
      for (int j = 0; j < width; j++) {
        x.setEntry(i, j, rows[i][j] - means[j]);
      }
    }
    RealMatrix gram = x.transposeMultiply(x);
    for (int j = 0; j < width; j++) {
      gram.addToEntry(j, j, penalty);
    }
    RealVector products = x.transpose().operate(target);
    weights = new CholeskyDecomposition(gram).getSolver().solve(products).toArray();
  }

  /** What the fit says of a row. */
  double predict(double[] row) {
    double sum = mean;
    for (int j = 0; j < row.length; j++) {
      sum += weights[j] * (row[j] - means[j]);
    }
    return sum;
  }

  /** What {@link #predict} says of a row of zeros. */
  double intercept() {
    return predict(new double[weights.length]);
  }

  /** By column. */
  List<Double> weights() {
    return Arrays.stream(weights).boxed().toList();
  }
}
