package org.dynlab.analysis.curve;

import java.util.Arrays;

/** The values of two curves at the steps that both have. */
public final class PairedCurves {
  private final long[] steps;
  private final double[] first;
  private final double[] second;

  /** Of two curves; without a common step it is empty. */
  public PairedCurves(Curve a, Curve b) {
    if (Arrays.equals(a.steps(), b.steps())) {
      steps = a.steps();
      first = a.values();
      second = b.values();
      return;
    }
    long[] common = new long[a.size()];
    double[] x = new double[a.size()];
    double[] y = new double[a.size()];
    int count = 0;
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      while (j < b.size() && b.step(j) < a.step(i)) {
        j++;
      }
      if (j < b.size() && b.step(j) == a.step(i)) {
        common[count] = a.step(i);
        x[count] = a.value(i);
        y[count++] = b.value(j);
      }
    }
    steps = Arrays.copyOf(common, count);
    first = Arrays.copyOf(x, count);
    second = Arrays.copyOf(y, count);
  }

  /** The common steps, a copy. */
  public long[] steps() {
    return steps.clone();
  }

  /** The first curve's values, a copy. */
  public double[] first() {
    return first.clone();
  }

  /** The second curve's values, a copy. */
  public double[] second() {
    return second.clone();
  }
}
