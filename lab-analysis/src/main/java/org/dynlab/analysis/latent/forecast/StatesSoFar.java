package org.dynlab.analysis.latent.forecast;

import java.util.Arrays;

/** What of a path enters a prediction: shares of rows so far by state, and the state now. */
final class StatesSoFar {
  private StatesSoFar() {}

  /** 2K columns of a row t of a path: K shares of rows up to t, then zeros and a one. */
  static double[] columns(int[] path, int t, int states) {
    double[] counts = new double[states];
    for (int i = 0; i <= t; i++) {
      counts[path[i]]++;
    }
    return columns(counts, path[t]);
  }

  /** The same from numbers of rows by state. */
  static double[] columns(double[] counts, int now) {
    double rows = Arrays.stream(counts).sum();
    double[] columns = new double[2 * counts.length];
    for (int k = 0; k < counts.length; k++) {
      columns[k] = counts[k] / rows;
    }
    columns[counts.length + now] = 1;
    return columns;
  }
}
