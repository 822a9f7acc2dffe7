package org.dynlab.instrument.region;

import org.dynlab.core.random.Stream;

/** Random orthonormal vectors. */
final class Frame {
  private Frame() {}

  /** {@code count} of them in {@code width} dimensions, count ≤ width; uniform over rotations. */
  static double[][] draw(int count, int width, Stream stream) {
    double[][] frame = new double[count][width];
    for (int p = 0; p < count; p++) {
      for (int j = 0; j < width; j++) {
        frame[p][j] = stream.gaussian();
      }
      for (int round = 0; round < 2; round++) {
        for (int q = 0; q < p; q++) {
          subtract(frame[q], frame[p]);
        }
      }
      double length = Math.sqrt(dot(frame[p], frame[p]));
      for (int j = 0; j < width; j++) {
        frame[p][j] /= length;
      }
    }
    return frame;
  }

  private static void subtract(double[] unit, double[] from) {
    double along = dot(unit, from);
    for (int j = 0; j < from.length; j++) {
      from[j] -= along * unit[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
