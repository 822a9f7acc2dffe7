package org.dynlab.instrument.feature;

import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;

/** Second moments of the units of a layer over n inputs, each about the unit's mean. */
final class Covariance {
  private static final double ROUNDING = 1e-24;
  private final int n;
  private final int width;
  private final DenseMatrix centred;
  private final DenseMatrix products;
  private final double[] column;
  private final double[] entries;
  private final boolean[] varies;
  private int dead;

  /** For layers of that width on n inputs. */
  Covariance(int n, int width) {
    this.n = n;
    this.width = width;
    this.centred = new DenseMatrix(n, width);
    this.products = new DenseMatrix(width, width);
    this.column = new double[n];
    this.entries = new double[width * width];
    this.varies = new boolean[width];
  }

  /**
   * Takes other outputs.
   *
   * @param outputs [n, width], column after column, all finite
   */
  void set(double[] outputs) {
    dead = 0;
    for (int j = 0; j < width; j++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < n; i++) {
        mean += outputs[j * n + i] / n;
        square += outputs[j * n + i] * outputs[j * n + i];
      }
      double variance = 0;
      for (int i = 0; i < n; i++) {
        column[i] = outputs[j * n + i] - mean;
        variance += column[i] * column[i];
      }
      dead += square == 0 ? 1 : 0;
      varies[j] = variance > ROUNDING * square;
      centred.entries().put(j * n, column);
    }
    MatrixProduct.ofColumns(centred, products);
    products.entries().get(0, entries);
  }

  /** (tr C)² / tr C²; NaN if no unit varies. */
  double participationRatio() {
    double trace = 0;
    double squares = 0;
    for (int j = 0; j < width; j++) {
      trace += entries[j * width + j];
    }
    for (double entry : entries) {
      squares += (entry / trace) * (entry / trace);
    }
    return 1 / squares;
  }

  int dead() {
    return dead;
  }

  int constant() {
    int count = 0;
    for (boolean one : varies) {
      count += one ? 0 : 1;
    }
    return count;
  }

  /** Units with an |correlation| above that to a unit before them. */
  int duplicates(double threshold) {
    int count = 0;
    for (int j = 0; j < width; j++) {
      boolean found = false;
      for (int k = 0; k < j && !found; k++) {
        found = Math.abs(correlation(j, k)) > threshold;
      }
      count += found ? 1 : 0;
    }
    return count;
  }

  /** Mean |correlation| over pairs of units that vary; NaN if there is no pair. */
  double meanCorrelation() {
    double sum = 0;
    long pairs = 0;
    for (int j = 0; j < width; j++) {
      for (int k = 0; k < j; k++) {
        if (varies[j] && varies[k]) {
          sum += Math.abs(correlation(j, k));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  /** 0 where one of the two does not vary. */
  private double correlation(int j, int k) {
    if (!varies[j] || !varies[k]) {
      return 0;
    }
    return entries[j * width + k]
        / Math.sqrt(entries[j * width + j])
        / Math.sqrt(entries[k * width + k]);
  }
}
