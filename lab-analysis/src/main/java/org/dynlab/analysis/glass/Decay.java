package org.dynlab.analysis.glass;

import java.util.stream.IntStream;
import org.dynlab.analysis.curve.Curve;

/**
 * What is fitted: values at times t ≥ 0 after an origin, each with the width of its piece of the
 * axis of ln t as weight (mean 1), so that every decade of steps counts alike however densely it
 * was measured. The point at t = 0 weighs as the next one. Of more than {@value #MOST_POINTS}
 * points that many are taken, evenly spaced in ln t: the others would weigh next to nothing.
 */
final class Decay {
  static final int MOST_POINTS = 2000;

  private final double[] times;
  private final double[] values;
  private final double[] weights;

  /**
   * Of a finite curve.
   *
   * @param origin the step that is time 0; points before it are left out
   */
  Decay(Curve curve, long origin) {
    Curve after = curve.from(origin);
    int[] kept = kept(after, origin);
    int n = kept.length;
    times = new double[n];
    values = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = (double) (after.step(kept[i]) - origin);
      values[i] = after.value(kept[i]);
    }
    weights = weights();
  }

  private static int[] kept(Curve curve, long origin) {
    int n = curve.size();
    if (n <= MOST_POINTS) {
      return IntStream.range(0, n).toArray();
    }
    double last = Math.log1p((double) (curve.step(n - 1) - origin));
    IntStream.Builder kept = IntStream.builder();
    long next = 0;
    for (int i = 0; i < n; i++) {
      double place = Math.log1p((double) (curve.step(i) - origin)) / last * (MOST_POINTS - 1);
      if (place >= (double) next) {
        kept.add(i);
        next = (long) Math.floor(place) + 1;
      }
    }
    return kept.build().toArray();
  }

  private double[] weights() {
    int n = times.length;
    int first = n > 0 && times[0] == 0 ? 1 : 0;
    double[] widths = new double[n];
    double sum = 0;
    for (int i = first; i < n; i++) {
      int before = Math.max(first, i - 1);
      int behind = Math.min(n - 1, i + 1);
      int gaps = Math.max(1, behind - before);
      widths[i] = Math.log(times[behind] / times[before]) / gaps;
      sum += widths[i];
    }
    if (first == 1 && n > 1) {
      widths[0] = widths[1];
      sum += widths[0];
    }
    for (int i = 0; i < n; i++) {
      widths[i] *= n / sum;
    }
    return widths;
  }

  int size() {
    return times.length;
  }

  double time(int i) {
    return times[i];
  }

  double value(int i) {
    return values[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /** First time after 0. */
  double firstTime() {
    return times[0] > 0 ? times[0] : times[1];
  }

  double lastTime() {
    return times[times.length - 1];
  }

  /** Decades of time between the first measurement after 0 and the last. */
  double decades() {
    return times.length < 2 ? 0 : Math.log10(lastTime() / firstTime());
  }

  /** Kish's number of points of equal weight that tell as much, {@code (Σw)²/Σw²}. */
  double effective() {
    double squares = 0;
    for (double weight : weights) {
      squares += weight * weight;
    }
    return times.length * (double) times.length / squares;
  }
}
