package org.dynlab.instrument.information;

import java.util.Arrays;
import java.util.Optional;

/**
 * Information by binning: T̃ is the tuple of the bins of all units of a layer, whose empirical
 * distribution over the n inputs gives
 *
 * <pre>
 * I(X;T̃) = H(T̃)            for inputs that are all different
 * I(T̃;Y) = H(T̃) - Σ_y p(y) H(T̃|y)
 * </pre>
 *
 * <p>(Shwartz-Ziv and Tishby 2017, arXiv:1703.00810.) Tuples are told apart by a hash of 64 bits:
 * two of n = 10⁴ different ones fall together with a probability below 10⁻¹¹. Cost: one pass over
 * the outputs and two sorts of n numbers. One owner, one thread.
 */
final class Binning {
  private final Bins bins;
  private long[] codes = {};
  private long[] byClass = {};
  private double[] column = {};
  private double[] found = {};

  Binning(Bins bins) {
    this.bins = bins;
  }

  /**
   * The estimate for a layer's outputs; NaN where one is not finite.
   *
   * @param outputs [n, width], column after column
   */
  Estimate of(double[] outputs, int rows, Optional<ProbeClasses> classes) {
    reserve(rows);
    Arrays.fill(codes, 0, rows, 0);
    for (int at = 0; at + rows <= outputs.length; at += rows) {
      System.arraycopy(outputs, at, column, 0, rows);
      if (!finite(column, rows)) {
        return Estimate.NONE;
      }
      bins.of(column, rows, found);
      mix(codes, found, rows);
    }
    double within = classes.map(this::within).orElse(Double.NaN);
    double entropy = Entropy.of(codes, 0, rows);
    return new Estimate(entropy, Math.max(0, entropy - within));
  }

  private void reserve(int rows) {
    if (codes.length < rows) {
      codes = new long[rows];
      byClass = new long[rows];
      column = new double[rows];
      found = new double[rows];
    }
  }

  private static boolean finite(double[] x, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 0 * x[i];
    }
    return sum == 0;
  }

  private static void mix(long[] codes, double[] bins, int count) {
    for (int i = 0; i < count; i++) {
      long z = (codes[i] ^ (long) bins[i]) + 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
      codes[i] = z ^ (z >>> 32);
    }
  }

  /** Σ_y p(y) H(T̃|y). */
  private double within(ProbeClasses classes) {
    int[] order = classes.order();
    for (int k = 0; k < order.length; k++) {
      byClass[k] = codes[order[k]];
    }
    double sum = 0;
    for (int c = 0; c < classes.ends().length; c++) {
      int count = classes.count(c);
      sum += count * Entropy.of(byClass, classes.begin(c), classes.ends()[c]);
    }
    return sum / order.length;
  }
}
