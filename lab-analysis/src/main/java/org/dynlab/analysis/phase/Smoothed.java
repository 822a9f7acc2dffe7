package org.dynlab.analysis.phase;

import java.util.Arrays;
import org.dynlab.analysis.curve.Curve;

/**
 * A curve made ready for looking at its turns: finite points, brought together in buckets of 1/24
 * decade of step + 1 (the median of each, at the step of its middle point), then a running median
 * of {@value #WIDTH} buckets, of fewer at the ends. A monotone curve stays what it is.
 *
 * <p>Its noise is that of the single points: the larger, for k = 1 and 2, of {@code 1.4826 · median
 * |y_i - (y_{i-k} + y_{i+k})/2| · √(2/3)}, which is the standard deviation of independent normal
 * noise about a curve that is straight over 2k + 1 points. Bends of the curve itself make it
 * larger, noise that wanders slowly escapes it. Of a long curve at most {@value #MOST_BENDS} places
 * are looked at, evenly spaced.
 */
final class Smoothed {
  static final int WIDTH = 5;
  private static final int PER_DECADE = 24;
  private static final int MOST_BENDS = 20_000;
  private static final double NORMAL_MAD = 1.482602218505602;

  private final long[] steps;
  private final double[] values;
  private final double noise;

  private Smoothed(long[] steps, double[] values, double noise) {
    this.steps = steps;
    this.values = values;
    this.noise = noise;
  }

  static Smoothed of(Curve measured) {
    Curve curve = measured.finite();
    long[] steps = new long[curve.size()];
    double[] medians = new double[curve.size()];
    int count = 0;
    for (int from = 0; from < curve.size(); ) {
      int to = from + 1;
      while (to < curve.size() && bucket(curve, to) == bucket(curve, from)) {
        to++;
      }
      steps[count] = curve.step((from + to - 1) / 2);
      medians[count++] = median(values(curve, from, to));
      from = to;
    }
    return new Smoothed(
        Arrays.copyOf(steps, count), runningMedian(Arrays.copyOf(medians, count)), noise(curve));
  }

  private static long bucket(Curve curve, int i) {
    return (long) Math.floor(PER_DECADE * Math.log10(1.0 + curve.step(i)));
  }

  private static double[] values(Curve curve, int from, int to) {
    double[] values = new double[to - from];
    for (int i = from; i < to; i++) {
      values[i - from] = curve.value(i);
    }
    return values;
  }

  static double[] runningMedian(double[] values) {
    double[] smooth = new double[values.length];
    double[] sorted = new double[WIDTH];
    for (int i = 0; i < values.length; i++) {
      int half = Math.min(WIDTH / 2, Math.min(i, values.length - 1 - i));
      for (int k = 0; k <= 2 * half; k++) {
        insert(values[i - half + k], sorted, k);
      }
      smooth[i] = sorted[half];
    }
    return smooth;
  }

  /** Among the first {@code count}, which are sorted. */
  private static void insert(double value, double[] sorted, int count) {
    int place = count;
    while (place > 0 && sorted[place - 1] > value) {
      sorted[place] = sorted[place - 1];
      place--;
    }
    sorted[place] = value;
  }

  private static double noise(Curve curve) {
    return Math.max(noise(curve, 1), noise(curve, 2));
  }

  private static double noise(Curve curve, int lag) {
    if (curve.size() < 2 * lag + 1) {
      return 0;
    }
    int all = curve.size() - 2 * lag;
    int stride = (all + MOST_BENDS - 1) / MOST_BENDS;
    double[] bends = new double[(all + stride - 1) / stride];
    for (int k = 0; k < bends.length; k++) {
      int i = k * stride;
      double line = (curve.value(i) + curve.value(i + 2 * lag)) / 2;
      bends[k] = Math.abs(curve.value(i + lag) - line);
    }
    return NORMAL_MAD * Math.sqrt(2 / 3.0) * median(bends);
  }

  /** Sorts what it is given. */
  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
  }

  int size() {
    return steps.length;
  }

  long step(int i) {
    return steps[i];
  }

  double value(int i) {
    return values[i];
  }

  /** Standard deviation of a single point. */
  double noise() {
    return noise;
  }

  /** Index of the largest value from that index on, the first of equal ones. */
  int highest(int from) {
    int best = from;
    for (int i = from; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Step of the middle of the level stretch that begins at that index. */
  long middle(int from) {
    int to = from;
    while (to + 1 < values.length && values[to + 1] == values[from]) {
      to++;
    }
    return steps[(from + to) / 2];
  }

  /** The same curve upside down. */
  Smoothed negated() {
    return new Smoothed(steps, Arrays.stream(values).map(v -> -v).toArray(), noise);
  }
}
