package org.dynlab.tasks.field;

import java.util.Arrays;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;

/**
 * v = A + B · u in the place of the network output u: with A meeting the edge conditions and B zero
 * there, v meets them exactly whatever u is (Lagaris, Likas and Fotiadis 1998,
 * doi:10.1109/72.712178). Known numbers of a point are its own one, then the channels of A, then
 * those of B.
 *
 * @param lift A
 * @param distance B
 */
record TrialFunction(Field lift, Field distance) {

  /** How many known numbers it adds to a point's own one. */
  static int width(Jet jet) {
    return 2 * jet.channels();
  }

  /** known[1, 1 + width) ← A and B with their derivatives at that point. */
  void describe(double[] point, Jet jet, double[] known) {
    lift.at(point).channels(jet, known, 1);
    distance.at(point).channels(jet, known, 1 + jet.channels());
  }

  /** The residual of v as one of u. It keeps scratch: one owner, one thread. */
  static Residual around(Residual residual, Jet jet) {
    return new Wrapped(residual, jet);
  }

  /**
   * Channels v_i = A_i + B_i u + B u_i, v_ii = A_ii + B_ii u + 2 B_i u_i + B u_ii, and the slopes
   * back: ∂r/∂u = B V + Σ B_i V_i + Σ B_ii V_ii, ∂r/∂u_i = B V_i + 2 B_i V_ii, ∂r/∂u_ii = B V_ii,
   * where V are the slopes of r in v. The Laplacian goes as the sum over all i.
   */
  private static final class Wrapped implements Residual {
    private final Residual inner;
    private final int channels;
    private final int[] firstOf;
    private final int[] secondOf;
    private final double[] v;
    private final double[] slopesOfV;

    Wrapped(Residual inner, Jet jet) {
      this.inner = inner;
      this.channels = jet.channels();
      this.v = new double[channels];
      this.slopesOfV = new double[channels];
      this.firstOf = jet.first().stream().mapToInt(jet::firstChannel).toArray();
      this.secondOf = jet.first().stream().mapToInt(i -> secondChannel(jet, i)).toArray();
    }

    /** The channel that a first derivative along {@code i} adds 2 B_i u_i to, or −1. */
    private static int secondChannel(Jet jet, int i) {
      if (jet.laplacian()) {
        return jet.laplacianChannel();
      }
      return jet.second().contains(i) ? jet.secondChannel(i) : -1;
    }

    @Override
    public double at(double[] known, double[] jet, double[] slopes) {
      int a = 1;
      int b = 1 + channels;
      v[0] = known[a] + known[b] * jet[0];
      for (int c = 1; c < channels; c++) {
        v[c] = known[a + c] + known[b + c] * jet[0] + known[b] * jet[c];
      }
      for (int k = 0; k < firstOf.length; k++) {
        if (secondOf[k] >= 0) {
          v[secondOf[k]] += 2 * known[b + firstOf[k]] * jet[firstOf[k]];
        }
      }
      Arrays.fill(slopesOfV, 0);
      double residual = inner.at(known, v, slopesOfV);
      back(known, slopes);
      return residual;
    }

    private void back(double[] known, double[] slopes) {
      int b = 1 + channels;
      for (int c = 0; c < channels; c++) {
        slopes[0] += known[b + c] * slopesOfV[c];
      }
      for (int c = 1; c < channels; c++) {
        slopes[c] = known[b] * slopesOfV[c];
      }
      for (int k = 0; k < firstOf.length; k++) {
        if (secondOf[k] >= 0) {
          slopes[firstOf[k]] += 2 * known[b + firstOf[k]] * slopesOfV[secondOf[k]];
        }
      }
    }
  }
}
