package org.dynlab.instrument.feature;

import java.util.Arrays;
import org.dynlab.core.algebra.SingularVectors;
import org.dynlab.core.task.ClassTargets;

/** The outputs of a layer on n examples about the means of their classes. */
final class ClassMeans {
  private final double[] h;
  private final ClassTargets classes;
  private final int n;
  private final int width;
  private final double[][] means;
  private final int[] counts;

  /**
   * @param h [n, width], column after column
   */
  ClassMeans(double[] h, ClassTargets classes) {
    this.h = h;
    this.classes = classes;
    this.n = classes.rows();
    this.width = h.length / n;
    this.means = new double[classes.classes()][width];
    this.counts = new int[classes.classes()];
    for (int i = 0; i < n; i++) {
      counts[classes.label(i)]++;
    }
    for (int i = 0; i < n; i++) {
      int c = classes.label(i);
      for (int j = 0; j < width; j++) {
        means[c][j] += h[j * n + i] / counts[c];
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
    double[][] centred = centred();
    int count = centred.length;
    double[] columns = new double[width * count];
    for (int c = 0; c < count; c++) {
      System.arraycopy(centred[c], 0, columns, c * width, width);
    }
    SingularVectors vectors = new SingularVectors(width, count);
    if (!vectors.decompose(columns, 0)) {
      return Double.NaN;
    }
    double[] sigma = vectors.values();
    int kept = Math.min(count - 1, width);
    double[] direction = new double[width];
    double sum = 0;
    for (int k = 0; k < kept; k++) {
      vectors.left().entries().get(k * width, direction);
      sum += spread(direction) * count / (sigma[k] * sigma[k]);
    }
    return sum;
  }

  /** Mean over examples of (u · (h - μ_c))². */
  private double spread(double[] direction) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] mean = means[classes.label(i)];
      double along = 0;
      for (int j = 0; j < width; j++) {
        along += direction[j] * (h[j * n + i] - mean[j]);
      }
      sum += along * along;
    }
    return sum / n;
  }

  /** Share of examples whose largest logit is not that of the class with the nearest mean. */
  double disagreement(double[] logits) {
    int different = 0;
    for (int i = 0; i < n; i++) {
      different += largest(logits, i) == nearest(i) ? 0 : 1;
    }
    return (double) different / n;
  }

  private int largest(double[] logits, int row) {
    int best = 0;
    for (int c = 1; c < means.length; c++) {
      best = logits[c * n + row] > logits[best * n + row] ? c : best;
    }
    return best;
  }

  private int nearest(int row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < means.length; c++) {
      double distance = 0;
      for (int j = 0; j < width; j++) {
        double d = h[j * n + row] - means[c][j];
        distance += d * d;
      }
      best = distance < least ? c : best;
      least = Math.min(least, distance);
    }
    return best;
  }
}
