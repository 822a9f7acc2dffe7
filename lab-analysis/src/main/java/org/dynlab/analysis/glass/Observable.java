package org.dynlab.analysis.glass;

import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;

/**
 * What relaxes.
 *
 * @param column e.g. {@code eval.loss}
 * @param complement whether 1 less the column is meant, as for accuracies
 * @param origin the step that is time 0; what was measured before it is left out
 */
public record Observable(String column, boolean complement, long origin) {

  /** The column itself from step 0. */
  public static Observable of(String column) {
    return new Observable(column, false, 0);
  }

  Optional<Curve> in(Run run) {
    return run.curve(column).map(Curve::finite).map(c -> complement ? complementOf(c) : c);
  }

  private static Curve complementOf(Curve curve) {
    long[] steps = new long[curve.size()];
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = curve.step(i);
      values[i] = 1 - curve.value(i);
    }
    return new Curve(steps, values);
  }

  /** e.g. {@code 1 - eval.accuracy}. */
  public String name() {
    return (complement ? "1 - " : "") + column;
  }
}
