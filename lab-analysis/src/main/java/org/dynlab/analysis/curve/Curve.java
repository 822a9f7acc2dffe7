package org.dynlab.analysis.curve;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * One measured column of one run: values at strictly ascending steps. Only measured cells are
 * points; a measured value may be NaN or infinite (a diverged run).
 */
public final class Curve {
  private final long[] steps;
  private final Supplier<double[]> values;

  /**
   * Takes copies.
   *
   * @param steps strictly ascending, as long as {@code values}
   */
  public Curve(long[] steps, double[] values) {
    check(steps, values.length);
    double[] own = values.clone();
    this.steps = steps.clone();
    this.values = () -> own;
  }

  /** Takes over what {@link #check} finds good. */
  Curve(long[] steps, Supplier<double[]> values) {
    this.steps = steps;
    this.values = values;
  }

  static void check(long[] steps, int values) {
    if (steps.length != values) {
      throw new IllegalArgumentException(steps.length + " steps, " + values + " values");
    }
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] <= steps[i - 1]) {
        throw new IllegalArgumentException(
            "steps must ascend, got " + steps[i] + " after " + steps[i - 1]);
      }
    }
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
    return values.get()[i];
  }

  /** The values, a copy: for what goes through all of them. */
  public double[] copyOfValues() {
    return values.get().clone();
  }

  /** The steps; the curve's own array, not to be written. */
  long[] steps() {
    return steps;
  }

  /** The values; the curve's own array, not to be written. */
  double[] values() {
    return values.get();
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
    double[] all = values.get();
    for (int i = 0; i < steps.length; i++) {
      if (wanted.test(all[i])) {
        return OptionalLong.of(steps[i]);
      }
    }
    return OptionalLong.empty();
  }

  /** The last measured value, NaN included; empty for an empty curve. */
  public OptionalDouble last() {
    return steps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(value(size() - 1));
  }

  /** The points whose value is neither NaN nor infinite. */
  public Curve finite() {
    return where(Double::isFinite);
  }

  /** The points whose value is wanted; the curve itself if all of them are. */
  public Curve where(DoublePredicate wanted) {
    double[] all = values.get();
    int count = 0;
    while (count < all.length && wanted.test(all[count])) {
      count++;
    }
    if (count == all.length) {
      return this;
    }
    int[] kept = new int[all.length];
    Arrays.setAll(kept, i -> i);
    for (int i = count + 1; i < all.length; i++) {
      if (wanted.test(all[i])) {
        kept[count++] = i;
      }
    }
    return at(Arrays.copyOf(kept, count));
  }

  /** The points at or after that step. */
  public Curve from(long first) {
    return range(place(first), size());
  }

  /** The points at or before that step. */
  public Curve upTo(long last) {
    return range(0, last == Long.MAX_VALUE ? size() : place(last + 1));
  }

  /** How many points lie before that step. */
  private int place(long step) {
    int found = Arrays.binarySearch(steps, step);
    return found < 0 ? -found - 1 : found;
  }

  private Curve range(int begin, int end) {
    if (begin == 0 && end == size()) {
      return this;
    }
    double[] kept = Arrays.copyOfRange(values.get(), begin, end);
    return new Curve(Arrays.copyOfRange(steps, begin, end), () -> kept);
  }

  /**
   * At most about {@code limit} points that look the same on a log step axis, see {@link Thinning}.
   */
  public Curve thinned(int limit) {
    return size() <= limit ? this : at(Thinning.indices(steps, values.get(), limit));
  }

  private Curve at(int[] indices) {
    double[] all = values.get();
    long[] keptSteps = new long[indices.length];
    double[] keptValues = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      keptSteps[i] = steps[indices[i]];
      keptValues[i] = all[indices[i]];
    }
    return new Curve(keptSteps, () -> keptValues);
  }
}
