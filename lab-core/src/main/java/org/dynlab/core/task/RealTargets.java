package org.dynlab.core.task;

import java.util.Arrays;
import java.util.Optional;

/** Real numbers to be met, row-major [n, width]. */
public final class RealTargets implements Targets {
  private final double[] values;
  private final int width;
  private final double tolerance;

  /** Targets without a notion of right and wrong; takes a copy of {@code values}. */
  public RealTargets(double[] values, int width) {
    this(values, width, Double.NaN);
  }

  /**
   * @param values row-major [n, width]; copied
   * @param width numbers per example
   * @param tolerance an example counts as right if its mean squared error is at most this; NaN if
   *     none is right or wrong
   */
  public RealTargets(double[] values, int width, double tolerance) {
    if (values.length % width != 0) {
      throw new IllegalArgumentException(values.length + " values do not fill rows of " + width);
    }
    this.values = values.clone();
    this.width = width;
    this.tolerance = tolerance;
  }

  @Override
  public int rows() {
    return values.length / width;
  }

  /** Numbers per example. */
  public int width() {
    return width;
  }

  /** Entry (row, column). */
  public double value(int row, int column) {
    return values[row * width + column];
  }

  /** Largest mean squared error of a right example; NaN if none is right or wrong. */
  public double tolerance() {
    return tolerance;
  }

  @Override
  public boolean judged() {
    return !Double.isNaN(tolerance);
  }

  @Override
  public double meanSquare() {
    return Arrays.stream(values).map(v -> v * v).average().orElse(Double.NaN);
  }

  @Override
  public Optional<Targets> followedBy(Targets next) {
    if (!(next instanceof RealTargets more) || more.width != width) {
      return Optional.empty();
    }
    double[] all = Arrays.copyOf(values, values.length + more.values.length);
    System.arraycopy(more.values, 0, all, values.length, more.values.length);
    return Optional.of(new RealTargets(all, width, tolerance));
  }

  @Override
  public RealTargets select(int[] rows) {
    double[] chosen = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, chosen, i * width, width);
    }
    return new RealTargets(chosen, width, tolerance);
  }
}
