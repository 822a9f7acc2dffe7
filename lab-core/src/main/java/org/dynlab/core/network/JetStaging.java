package org.dynlab.core.network;

import java.util.Arrays;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.VectorFeatures;

/**
 * The input rows of a network that carries derivatives: a row for every channel of every point,
 * channel after channel. Values are the points x themselves, the first derivative along input i is
 * the i-th unit vector at every point, and second derivatives are 0.
 */
final class JetStaging {

  private JetStaging() {}

  /** Rows of the input array: n, times the channels if the targets are residuals. */
  static int rows(Examples examples) {
    return examples.targets() instanceof ResidualTargets residuals
        ? Math.multiplyExact(examples.rows(), residuals.jet().channels())
        : examples.rows();
  }

  /** into ← those rows, column after column. */
  static void fill(VectorFeatures points, Jet jet, double[] into) {
    int n = points.rows();
    int rows = n * jet.channels();
    points.columnMajor(into);
    for (int j = points.width() - 1; j >= 0; j--) {
      System.arraycopy(into, j * n, into, j * rows, n);
      Arrays.fill(into, j * rows + n, (j + 1) * rows, 0);
      if (jet.first().contains(j)) {
        int from = j * rows + jet.firstChannel(j) * n;
        Arrays.fill(into, from, from + n, 1);
      }
    }
  }
}
