package org.dynlab.analysis.staircase;

/**
 * Whether the points around a jump leave no doubt that it is abrupt: a rise of limited width
 * between two levels must fit them better than every rise that is wider, by more than {@value
 * #CLEAR} in RSS/v. Both are ramps α + β·clip((step − centre)/width + ½, 0, 1) on a grid of centres
 * and widths.
 */
final class Abruptness {
  private static final double CLEAR = 20;
  private static final int CENTRES = 40;
  private static final int WIDTHS = 14;
  private static final double FINEST = 1e-3;

  private final Signal signal;
  private final int first;
  private final int last;

  /** Looks at the points first to last, both included. */
  Abruptness(Signal signal, int first, int last) {
    this.signal = signal;
    this.first = first;
    this.last = last;
  }

  /** Whether every width above the limit is refuted, for a jump at that step. */
  boolean isClear(double step, double width, double limit) {
    double narrow = rest(step, Math.max(width, FINEST));
    for (int w = 0; w < WIDTHS; w++) {
      narrow = Math.min(narrow, rest(step, Math.max(FINEST, limit * w / WIDTHS)));
    }
    double refuted = narrow + CLEAR * signal.noise.longRunVariance();
    double length = signal.steps[last] - signal.steps[first];
    for (int w = 0; w < WIDTHS; w++) {
      double wider = limit * Math.pow(2 * length / limit, w / (WIDTHS - 1.0));
      for (int c = 0; c <= CENTRES; c++) {
        if (rest(signal.steps[first] + length * c / CENTRES, wider) <= refuted) {
          return false;
        }
      }
    }
    return true;
  }

  /** RSS of the best ramp of that centre and width. */
  private double rest(double centre, double width) {
    double n = last - first + 1.0;
    double g = 0;
    double y = 0;
    double gg = 0;
    double gy = 0;
    double yy = 0;
    for (int i = first; i <= last; i++) {
      double ramp = Math.max(0, Math.min(1, (signal.steps[i] - centre) / width + 0.5));
      double value = signal.values[i] - signal.values[first];
      g += ramp;
      y += value;
      gg += ramp * ramp;
      gy += ramp * value;
      yy += value * value;
    }
    double product = gy - g * y / n;
    double square = gg - g * g / n;
    return yy - y * y / n - (square > 0 ? product * product / square : 0);
  }
}
