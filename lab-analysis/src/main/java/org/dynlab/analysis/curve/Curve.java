package org.dynlab.analysis.curve;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * One measured column of one run: values at strictly ascending steps. Only measured cells are
 * points; a measured value may be NaN or infinite (a diverged run).
 */
public final class Curve {
  private final long[] steps;
  private final double[] values;

  /**
   * Takes copies.
   *
   * @param steps strictly ascending, as long as {@code values}
   */
  public Curve(long[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values");
    }
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] <= steps[i - 1]) {
        throw new IllegalArgumentException(
            "steps must ascend, got " + steps[i] + " after " + steps[i - 1]);
      }
    }
    this.steps = steps.clone();
    this.values = values.clone();
  }

  /** Number of points. */
  public int size() {
    return steps.length;
  }

  /** Step of point i. */
  public long step(int i) {
    return steps[i];
  }

  /** Value of point i. */
  public double value(int i) {
    return values[i];
  }

  /**
   * First step whose value is at or above the threshold. Empty if there is none: the curve is then
   * right-censored at its last step. NaN is never at or above anything.
   */
  public OptionalLong firstAtLeast(double threshold) {
    return firstWhere(value -> value >= threshold);
  }

  /** First step whose value is wanted, empty if there is none. */
  public OptionalLong firstWhere(DoublePredicate wanted) {
    for (int i = 0; i < steps.length; i++) {
      if (wanted.test(values[i])) {
        return OptionalLong.of(steps[i]);
      }
    }
    return OptionalLong.empty();
  }

  /** The last measured value, NaN included; empty for an empty curve. */
  public OptionalDouble last() {
    return steps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[steps.length - 1]);
  }

  /** The points whose value is neither NaN nor infinite. */
  public Curve finite() {
    return where(Double::isFinite);
  }

  /** The points whose value is wanted. */
  public Curve where(DoublePredicate wanted) {
    return at(IntStream.range(0, size()).filter(i -> wanted.test(values[i])).toArray());
  }

  /** The points at or after that step. */
  public Curve from(long first) {
    return at(IntStream.range(0, size()).filter(i -> steps[i] >= first).toArray());
  }

  /** The points at or before that step. */
  public Curve upTo(long last) {
    return at(IntStream.range(0, size()).filter(i -> steps[i] <= last).toArray());
  }

  /**
   * At most about {@code limit} points that look the same on a log step axis, see {@link Thinning}.
   */
  public Curve thinned(int limit) {
    return size() <= limit ? this : at(Thinning.indices(steps, values, limit));
  }

  private Curve at(int[] indices) {
    long[] keptSteps = new long[indices.length];
    double[] keptValues = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      keptSteps[i] = steps[indices[i]];
      keptValues[i] = values[indices[i]];
    }
    return new Curve(keptSteps, keptValues);
  }
}
