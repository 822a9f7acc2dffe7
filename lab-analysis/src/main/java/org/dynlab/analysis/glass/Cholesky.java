package org.dynlab.analysis.glass;

/** The root L of a small symmetric matrix A = L Lᵀ; NaN where A is not positive definite. */
final class Cholesky {
  private final double[][] root;

  Cholesky(double[][] a) {
    int n = a.length;
    root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j] - dot(root[i], root[j], j);
        root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
      }
    }
  }

  private static double dot(double[] x, double[] y, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** x with A x = b. */
  double[] solve(double[] b) {
    int n = root.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - dot(root[i], x, i)) / root[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= root[k][i] * x[k];
      }
      x[i] /= root[i][i];
    }
    return x;
  }

  /** sum += factor · x, over the length of the sum. */
  static void addTo(double[] sum, double factor, double[] x) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * x[k];
    }
  }
}
