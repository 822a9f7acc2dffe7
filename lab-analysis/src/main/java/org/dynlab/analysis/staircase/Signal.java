package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.analysis.curve.Curve;

/**
 * The points of a curve that are searched for stairs: finite values, means over blocks of
 * consecutive points where there are more than {@value #MOST}, single outliers replaced.
 */
final class Signal {
  /** The search is quadratic in the number of points. */
  static final int MOST = 1000;

  private static final int HALF_WINDOW = 3;
  private static final double FAR = 6;

  final double[] steps;
  final double[] values;
  final Noise noise;
  final List<String> notes = new ArrayList<>();

  Signal(Curve curve, Scale scale) {
    Curve finite = curve.finite();
    int lost = curve.size() - finite.size();
    if (lost > 0) {
      notes.add(lost + " of " + curve.size() + " points are not finite and left out");
    }
    int block = (finite.size() + MOST - 1) / MOST;
    int points = finite.size() == 0 ? 0 : (finite.size() + block - 1) / block;
    steps = new double[points];
    values = new double[points];
    double[] all = finite.copyOfValues();
    for (int p = 0; p < points; p++) {
      average(finite, all, p * block, Math.min(all.length, (p + 1) * block), p);
    }
    if (block > 1) {
      notes.add("means of " + block + " consecutive points stand for " + finite.size());
    }
    noise = Noise.of(steps, values, scale);
    int replaced = replaceOutliers();
    if (replaced > 0) {
      notes.add(replaced + " outliers of one or a few points replaced by the median around them");
    }
  }

  private void average(Curve curve, double[] all, int from, int to, int point) {
    for (int i = from; i < to; i++) {
      steps[point] += (double) curve.step(i) / (to - from);
      values[point] += all[i] / (to - from);
    }
  }

  /** Hampel's filter: a value further than 6σ from the median of seven becomes that. */
  private int replaceOutliers() {
    double[] original = values.clone();
    int replaced = 0;
    for (int i = HALF_WINDOW; i < original.length - HALF_WINDOW; i++) {
      double[] around = Arrays.copyOfRange(original, i - HALF_WINDOW, i + HALF_WINDOW + 1);
      Arrays.sort(around);
      if (Math.abs(original[i] - around[HALF_WINDOW]) > FAR * noise.deviation()) {
        values[i] = around[HALF_WINDOW];
        replaced++;
      }
    }
    return replaced;
  }

  int size() {
    return values.length;
  }
}
