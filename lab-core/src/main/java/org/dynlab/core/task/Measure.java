package org.dynlab.core.task;

import java.util.Arrays;
import java.util.Optional;

/**
 * Integration weights of points, one per row: Σ_k w_k g(x_k) ≈ ∫ g. What an L2 Gram matrix over a
 * domain is made of; training does not use it.
 */
public final class Measure {
  private final double[] weights;

  /** Takes a copy of {@code weights}. */
  public Measure(double[] weights) {
    this.weights = weights.clone();
  }

  /** Number of points. */
  public int rows() {
    return weights.length;
  }

  /** w of that row. */
  public double weight(int row) {
    return weights[row];
  }

  /** The weights at these row numbers, in that order. */
  public Measure select(int[] rows) {
    return new Measure(Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
  }

  /** These weights and after them those of {@code next}. */
  public Measure followedBy(Measure next) {
    double[] all = Arrays.copyOf(weights, weights.length + next.weights.length);
    System.arraycopy(next.weights, 0, all, weights.length, next.weights.length);
    return new Measure(all);
  }

  static Optional<Measure> select(Optional<Measure> measure, int[] rows) {
    return measure.map(all -> all.select(rows));
  }
}
