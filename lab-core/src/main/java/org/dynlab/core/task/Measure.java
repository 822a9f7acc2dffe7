package org.dynlab.core.task;

import java.util.Arrays;
import java.util.Optional;

/**
 * Integration weights of points, one per row: Σ_k w_k g(x_k) ≈ ∫ g. What an L2 Gram matrix over a
 * domain is made of; training does not use it.
 *
 * <p>The weights add up to the size of the domain, {@link #total}, and those of a part of the
 * points too, so that any choice of points estimates the same integral. They are NaN if all points
 * chosen had weight 0.
 */
public final class Measure {
  private final double[] weights;
  private final double total;

  /** Takes a copy of {@code weights}. */
  public Measure(double[] weights) {
    this(weights.clone(), Arrays.stream(weights).sum());
  }

  private Measure(double[] weights, double total) {
    this.weights = weights;
    this.total = total;
  }

  /** Number of points. */
  public int rows() {
    return weights.length;
  }

  /** w of that row. */
  public double weight(int row) {
    return weights[row];
  }

  /** ∫ 1, the sum of the weights of all points there were before any were chosen. */
  public double total() {
    return total;
  }

  /** The weights at these row numbers, in that order, scaled so that they add up to the total. */
  public Measure select(int[] rows) {
    double[] chosen = Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
    double sum = Arrays.stream(chosen).sum();
    if (sum != total) {
      scale(chosen, total / sum);
    }
    return new Measure(chosen, total);
  }

  /**
   * These points and after them those of {@code next}, points of the same domain: each of the two
   * counts by its number of points, and all weights together add up to the total of this one.
   */
  public Measure followedBy(Measure next) {
    int rows = rows() + next.rows();
    double[] first = weights.clone();
    double[] second = next.weights.clone();
    scale(first, (double) rows() / rows);
    scale(second, (double) next.rows() / rows * (total / next.total));
    double[] all = Arrays.copyOf(first, rows);
    System.arraycopy(second, 0, all, rows(), next.rows());
    return new Measure(all, total);
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  static Optional<Measure> select(Optional<Measure> measure, int[] rows) {
    return measure.map(all -> all.select(rows));
  }
}
