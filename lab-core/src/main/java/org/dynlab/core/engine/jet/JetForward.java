package org.dynlab.core.engine.jet;

import org.dynlab.core.activation.Curve;

/**
 * The channels of a run of entries, each in an array of its own, where loops over equal indices
 * become vector code, and the forward formulas of {@link JetKernels} over them.
 */
final class JetForward {
  private final Channels channels;
  private final double[][] p;
  private final double[][] h;
  private final double[] s1;
  private final double[] s2;

  /**
   * @param length entries of the longest run
   */
  JetForward(Channels channels, int length) {
    this.channels = channels;
    p = new double[channels.count()][length];
    h = new double[channels.count()][length];
    s1 = new double[length];
    s2 = new double[length];
  }

  /** Pre-activations by channel, to be filled before a run. */
  double[][] p() {
    return p;
  }

  /** Outputs by channel. */
  double[][] h() {
    return h;
  }

  /** What the way back needs of the values, after a run. */
  double[] kept(Curve f) {
    return f.keepsValue() ? h[0] : p[0];
  }

  /** All outputs, the bias being in the values p[0] already. */
  void run(Curve f, int count) {
    f.withSlopes(p[0], h[0], s1, s2, count);
    for (int c = 1; c < p.length; c++) {
      VectorLoops.product(s1, p[c], h[c], count);
    }
    for (int i = 0; i < channels.first(); i++) {
      if (channels.bent(i)) {
        double[] end = h[channels.endOf(i)];
        VectorLoops.addSquare(s2, p[channels.firstChannel(i)], end, count);
      }
    }
  }
}
