package org.dynlab.core.engine.jet;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Matrix;

/**
 * The passes on CPU memory, a piece of one column at a time: every channel of the piece is copied
 * into an array of its own, where loops over equal indices become vector code.
 */
final class PanelJets implements JetKernels {
  private static final int ROWS = 256;
  private final double[] value = new double[ROWS];
  private final double[] s1 = new double[ROWS];
  private final double[] s2 = new double[ROWS];
  private final double[] s3 = new double[ROWS];
  private final double[] squares = new double[ROWS];
  private double[][] p = new double[0][];
  private double[][] h = new double[0][];

  @Override
  public void activate(Channels channels, Matrix z, Matrix bias, Activation f, Matrix h) {
    double[] shifts = new double[z.columns()];
    if (bias != null) {
      Entries.of(bias).load(0, shifts, shifts.length);
    }
    activate(channels, Entries.of(z), shifts, f, Entries.of(h));
  }

  private void activate(Channels channels, Entries z, double[] bias, Activation f, Entries h) {
    JetForward forward = new JetForward(channels, ROWS);
    int n = z.rows() / channels.count();
    for (int j = 0; j < z.columns(); j++) {
      for (int from = 0; from < n; from += ROWS) {
        int count = Math.min(ROWS, n - from);
        int at = j * z.rows() + from;
        load(z, at, n, forward.p(), count);
        VectorLoops.shift(bias[j], forward.p()[0], 0, count);
        forward.run(f.curve(), count);
        z.store(forward.kept(f.curve()), at, count);
        store(forward.h(), h, at, n, channels.count(), count);
      }
    }
  }

  @Override
  public void reverse(
      Channels channels, Matrix z, Activation f, Matrix error, Matrix biasGradient) {
    double[] totals = new double[z.columns()];
    reverse(channels, Entries.of(z), f, Entries.of(error), totals);
    if (biasGradient != null) {
      Entries.of(biasGradient).store(totals, 0, totals.length);
    }
  }

  private void reverse(Channels channels, Entries z, Activation f, Entries error, double[] totals) {
    int n = z.rows() / channels.count();
    reserve(channels.count());
    for (int j = 0; j < z.columns(); j++) {
      for (int from = 0; from < n; from += ROWS) {
        int count = Math.min(ROWS, n - from);
        int at = j * z.rows() + from;
        load(z, at, n, p, count);
        load(error, at, n, h, count);
        f.curve().slopes(p[0], s1, s2, s3, count);
        totals[j] += adjoints(channels, count);
        store(h, error, at, n, channels.count(), count);
      }
    }
  }

  /** h ← the adjoints of the pre-activations; returns the sum of those of the values. */
  private double adjoints(Channels channels, int count) {
    VectorLoops.product(s1, h[0], value, count);
    for (int i = 0; i < channels.first(); i++) {
      int c = channels.firstChannel(i);
      addSlope(p[c], h[c], count);
      VectorLoops.times(s1, h[c], count);
    }
    for (int k = 0; k < channels.secondOf().size(); k++) {
      secondAdjoints(channels.slopeChannel(k), channels.secondChannel(k), count);
    }
    if (channels.laplacian()) {
      laplacianAdjoints(channels, count);
    }
    System.arraycopy(value, 0, h[0], 0, count);
    return VectorLoops.sum(value, 0, count);
  }

  private void addSlope(double[] pi, double[] zi, int count) {
    for (int i = 0; i < count; i++) {
      value[i] += s2[i] * pi[i] * zi[i];
    }
  }

  private void secondAdjoints(int slope, int second, int count) {
    double[] pi = p[slope];
    double[] pii = p[second];
    double[] hi = h[slope];
    double[] hii = h[second];
    for (int i = 0; i < count; i++) {
      value[i] += (s3[i] * pi[i] * pi[i] + s2[i] * pii[i]) * hii[i];
    }
    for (int i = 0; i < count; i++) {
      hi[i] += 2 * s2[i] * pi[i] * hii[i];
    }
    VectorLoops.times(s1, hii, count);
  }

  private void laplacianAdjoints(Channels channels, int count) {
    int last = channels.laplacianChannel();
    double[] pl = p[last];
    double[] hl = h[last];
    Arrays.fill(squares, 0, count, 0);
    for (int i = 0; i < channels.first(); i++) {
      int c = channels.firstChannel(i);
      addLaplacianSlope(p[c], hl, h[c], count);
    }
    for (int i = 0; i < count; i++) {
      value[i] += (s3[i] * squares[i] + s2[i] * pl[i]) * hl[i];
    }
    VectorLoops.times(s1, hl, count);
  }

  private void addLaplacianSlope(double[] pi, double[] hl, double[] hi, int count) {
    for (int i = 0; i < count; i++) {
      squares[i] += pi[i] * pi[i];
      hi[i] += 2 * s2[i] * pi[i] * hl[i];
    }
  }

  private void reserve(int channels) {
    if (p.length != channels) {
      p = new double[channels][ROWS];
      h = new double[channels][ROWS];
    }
  }

  private void load(Entries from, int at, int n, double[][] into, int count) {
    for (int c = 0; c < into.length; c++) {
      from.load(at + c * n, into[c], count);
    }
  }

  private void store(double[][] from, Entries to, int at, int n, int channels, int count) {
    for (int c = 0; c < channels; c++) {
      to.store(from[c], at + c * n, count);
    }
  }
}
