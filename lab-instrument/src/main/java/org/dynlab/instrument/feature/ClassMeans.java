package org.dynlab.instrument.feature;

import java.util.Arrays;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;
import org.dynlab.core.algebra.SingularVectors;
import org.dynlab.core.task.ClassTargets;

/** The outputs of a layer on n examples about the means of their classes. */
final class ClassMeans {
  private final int n;
  private final int width;
  private final double[][] means;
  private final int[] counts;
  private final SingularVectors vectors;
  private final DenseMatrix along;
  private final DenseMatrix columns;
  private final DenseMatrix products;
  private final double[] column;
  private DenseMatrix h;
  private ClassTargets classes;

  /** For layers of that width on n examples of that many classes. */
  ClassMeans(int n, int width, int classes) {
    this.n = n;
    this.width = width;
    this.means = new double[classes][width];
    this.counts = new int[classes];
    this.vectors = new SingularVectors(width, classes);
    this.along = new DenseMatrix(n, Math.min(width, classes));
    this.columns = new DenseMatrix(width, classes);
    this.products = new DenseMatrix(n, classes);
    this.column = new double[n];
  }

  /**
   * Takes other outputs.
   *
   * @param newH [n, width], kept, not copied
   */
  void set(DenseMatrix newH, ClassTargets newClasses) {
    h = newH;
    classes = newClasses;
    Arrays.fill(counts, 0);
    for (int i = 0; i < n; i++) {
      counts[classes.label(i)]++;
    }
    for (int j = 0; j < width; j++) {
      h.entries().get(j * n, column);
      for (double[] mean : means) {
        mean[j] = 0;
      }
      for (int i = 0; i < n; i++) {
        int c = classes.label(i);
        means[c][j] += column[i] / counts[c];
      }
    }
  }

  boolean everyClassIsThere() {
    return Arrays.stream(counts).allMatch(count -> count > 0);
  }

  /** μ_c - μ_G, with μ_G the mean of the class means: [C][width]. */
  double[][] centred() {
    double[][] centred = new double[means.length][width];
    for (int j = 0; j < width; j++) {
      double mean = 0;
      for (double[] one : means) {
        mean += one[j] / means.length;
      }
      for (int c = 0; c < means.length; c++) {
        centred[c][j] = means[c][j] - mean;
      }
    }
    return centred;
  }

  /**
   * tr(Σ_W Σ_B⁺) with Σ_B = (1/C) M Mᵀ = U diag(σ²/C) Uᵀ: the mean over examples of Σ_k (u_k · (h -
   * μ_c))² C/σ_k² over the C - 1 leading directions, or as many as the layer has.
   */
  double withinOverBetween() {
    int count = means.length;
    if (!vectors.decompose(columns(centred()), 0)) {
      return Double.NaN;
    }
    double[] sigma = vectors.values();
    MatrixProduct.times(1, h, vectors.left(), 0, along);
    double[] direction = new double[width];
    double sum = 0;
    for (int k = 0; k < Math.min(count - 1, width); k++) {
      along.entries().get(k * n, column);
      vectors.left().entries().get(k * width, direction);
      sum += spread(column, direction) * count / (sigma[k] * sigma[k]);
    }
    return sum;
  }

  /** The vectors one after the other. */
  private double[] columns(double[][] of) {
    double[] all = new double[width * of.length];
    for (int c = 0; c < of.length; c++) {
      System.arraycopy(of[c], 0, all, c * width, width);
    }
    return all;
  }

  /** Mean over examples of (u·h - u·μ_c)². */
  private double spread(double[] projected, double[] direction) {
    double[] ofMeans = new double[means.length];
    Arrays.setAll(ofMeans, c -> Simplex.dot(direction, means[c]));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double off = projected[i] - ofMeans[classes.label(i)];
      sum += off * off;
    }
    return sum / n;
  }

  /** Share of examples whose largest logit is not that of the class with the nearest mean. */
  double disagreement(double[] logits) {
    columns.entries().put(0, columns(means));
    MatrixProduct.times(1, h, columns, 0, products);
    double[] nearness = new double[n * means.length];
    products.entries().get(0, nearness);
    for (int c = 0; c < means.length; c++) {
      double square = Simplex.dot(means[c], means[c]);
      for (int i = 0; i < n; i++) {
        nearness[c * n + i] -= square / 2;
      }
    }
    int different = 0;
    for (int i = 0; i < n; i++) {
      different += largest(logits, i) == largest(nearness, i) ? 0 : 1;
    }
    return (double) different / n;
  }

  /** The class whose number in that row is largest, the first of equal ones. */
  private int largest(double[] values, int row) {
    int best = 0;
    for (int c = 1; c < means.length; c++) {
      best = values[c * n + row] > values[best * n + row] ? c : best;
    }
    return best;
  }
}
