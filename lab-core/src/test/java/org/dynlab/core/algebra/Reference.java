package org.dynlab.core.algebra;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** The same questions answered by EJML, and seeded matrices to ask them about. */
final class Reference {

  private Reference() {}

  static double[] eigenvalues(SymmetricMatrix a) {
    int n = a.order();
    DMatrixRMaj copy = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        copy.set(i, j, a.get(i, j));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, false, true);
    decomposition.decompose(copy);
    double[] values = new double[n];
    Arrays.setAll(values, k -> decomposition.getEigenvalue(k).real);
    Arrays.sort(values);
    return values;
  }

  static double[] singularValues(double[] a, int offset, int rows, int columns) {
    DMatrixRMaj copy = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        copy.set(i, j, a[offset + j * rows + i]);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.svd(rows, columns, false, false, false);
    decomposition.decompose(copy);
    double[] ascending = Arrays.copyOf(decomposition.getSingularValues(), Math.min(rows, columns));
    Arrays.sort(ascending);
    double[] descending = new double[ascending.length];
    Arrays.setAll(descending, k -> ascending[ascending.length - 1 - k]);
    return descending;
  }

  static int countAbove(double[] eigenvalues, double threshold) {
    return (int) Arrays.stream(eigenvalues).filter(value -> value > threshold).count();
  }

  /** Φ: [rows, columns] of that rank whose singular values fall by {@code decay} each. */
  static DenseMatrix features(int rows, int columns, int rank, double decay, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DenseMatrix phi = new DenseMatrix(rows, columns);
    for (int k = 0; k < rank; k++) {
      double size = Math.pow(decay, k);
      double[] left = random.doubles(rows, -1, 1).toArray();
      double[] right = random.doubles(columns, -1, 1).toArray();
      for (int j = 0; j < columns; j++) {
        for (int i = 0; i < rows; i++) {
          int at = j * rows + i;
          phi.entries().put(at, phi.entries().get(at) + size * left[i] * right[j]);
        }
      }
    }
    return phi;
  }

  /** Symmetric with entries uniform in [-1, 1): about half of the eigenvalues are negative. */
  static SymmetricMatrix indefinite(int order, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SymmetricMatrix a = new SymmetricMatrix(order);
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        a.set(i, j, random.nextDouble(-1, 1));
      }
    }
    return a;
  }
}
