package org.dynlab.analysis.phase;

import java.util.Arrays;

/**
 * Mean and standard deviation (n - 1) of n numbers; without enough of them NaN. A deviation of 0 is
 * NaN too: nothing can be measured against it.
 */
record Moments(int n, double mean, double deviation) {

  static Moments of(double[] values) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = n < 2 || squares == 0 ? Double.NaN : Math.sqrt(squares / (n - 1));
    return new Moments(n, mean, deviation);
  }
}
