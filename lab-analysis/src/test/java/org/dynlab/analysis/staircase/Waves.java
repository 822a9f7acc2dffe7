package org.dynlab.analysis.staircase;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.dynlab.analysis.curve.Curve;

/** Made-up curves over a time from 0 to 1 with noise of one size. */
final class Waves {
  private Waves() {}

  /** At evenly spaced steps, or at steps that are evenly spaced on a log axis. */
  static long[] steps(int points, boolean log) {
    long[] steps = new long[points];
    for (int i = 1; i < points; i++) {
      double spaced = Math.exp(Math.log(10.0 * points) * i / (points - 1));
      steps[i] = log ? Math.max(steps[i - 1] + 1, Math.round(spaced)) : 10L * i;
    }
    return steps;
  }

  /** The shape plus normal noise of that deviation, neighbours being correlated by φ. */
  static Curve noisy(
      DoubleUnaryOperator shape, long[] steps, double deviation, double phi, long seed) {
    Random random = new Random(seed);
    double[] values = new double[steps.length];
    double noise = random.nextGaussian();
    for (int i = 0; i < values.length; i++) {
      noise = i == 0 ? noise : phi * noise + Math.sqrt(1 - phi * phi) * random.nextGaussian();
      double time = (double) steps[i] / steps[steps.length - 1];
      values[i] = shape.applyAsDouble(time) + deviation * noise;
    }
    return new Curve(steps, values);
  }

  /** 0, then 3, 6, 10 from these times on. */
  static DoubleUnaryOperator stairs(double first, double second, double third) {
    return x -> (x < first ? 0 : 3) + (x < second ? 0 : 3) + (x < third ? 0 : 4);
  }
}
