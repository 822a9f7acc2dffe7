package org.dynlab.core.engine;

import java.util.Arrays;

/**
 * The passes on CPU memory, a piece of one column at a time: every channel of the piece is copied
 * into an array of its own, where loops over equal indices become vector code.
 */
final class PanelJets implements JetKernels {
  private static final int ROWS = 256;
  private final Entries entries;
  private final double[] value = new double[ROWS];
  private final double[] s1 = new double[ROWS];
  private final double[] s2 = new double[ROWS];
  private final double[] s3 = new double[ROWS];
  private final double[] squares = new double[ROWS];
  private double[][] p = new double[0][];
  private double[][] h = new double[0][];

  PanelJets(Entries entries) {
    this.entries = entries;
  }

  @Override
  public void activate(Channels channels, Matrix z, Matrix bias, Activation f, Matrix h) {
    int n = z.rows() / channels.count();
    reserve(channels.count());
    for (int j = 0; j < z.columns(); j++) {
      double shift = bias == null ? 0 : entries.get(bias, j);
      for (int from = 0; from < n; from += ROWS) {
        int count = Math.min(ROWS, n - from);
        int at = j * z.rows() + from;
        load(z, at, n, p, count);
        shift(shift, p[0], count);
        f.curve().apply(p[0], this.h[0], s1, count);
        double[] kept = f.curve().keepsValue() ? this.h[0] : p[0];
        entries.store(kept, z, at, count);
        f.curve().slopes(kept, s1, s2, count);
        derivatives(channels, count);
        store(this.h, h, at, n, channels.count(), count);
      }
    }
  }

  private void derivatives(Channels channels, int count) {
    for (int i = 0; i < channels.first(); i++) {
      int c = channels.firstChannel(i);
      product(s1, p[c], h[c], count);
    }
    for (int k = 0; k < channels.secondOf().size(); k++) {
      int c = channels.secondChannel(k);
      product(s1, p[c], h[c], count);
      addSquare(s2, p[channels.slopeChannel(k)], h[c], count);
    }
    if (channels.laplacian()) {
      int c = channels.laplacianChannel();
      product(s1, p[c], h[c], count);
      for (int i = 0; i < channels.first(); i++) {
        addSquare(s2, p[channels.firstChannel(i)], h[c], count);
      }
    }
  }

  @Override
  public void reverse(
      Channels channels, Matrix z, Activation f, Matrix error, Matrix biasGradient) {
    int n = z.rows() / channels.count();
    reserve(channels.count());
    for (int j = 0; j < z.columns(); j++) {
      double total = 0;
      for (int from = 0; from < n; from += ROWS) {
        int count = Math.min(ROWS, n - from);
        int at = j * z.rows() + from;
        load(z, at, n, p, count);
        load(error, at, n, h, count);
        f.curve().slopes(p[0], s1, s2, s3, count);
        total += adjoints(channels, count);
        store(h, error, at, n, channels.count(), count);
      }
      if (biasGradient != null) {
        entries.set(biasGradient, j, total);
      }
    }
  }

  /** h ← the adjoints of the pre-activations; returns the sum of those of the values. */
  private double adjoints(Channels channels, int count) {
    product(s1, h[0], value, count);
    for (int i = 0; i < channels.first(); i++) {
      int c = channels.firstChannel(i);
      addProduct(s2, p[c], h[c], value, count);
      times(s1, h[c], count);
    }
    for (int k = 0; k < channels.secondOf().size(); k++) {
      secondAdjoints(channels.slopeChannel(k), channels.secondChannel(k), count);
    }
    if (channels.laplacian()) {
      laplacianAdjoints(channels, count);
    }
    System.arraycopy(value, 0, h[0], 0, count);
    return sum(value, count);
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
    times(s1, hii, count);
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
    times(s1, hl, count);
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

  private void load(Matrix from, int at, int n, double[][] into, int count) {
    for (int c = 0; c < into.length; c++) {
      entries.load(from, at + c * n, into[c], count);
    }
  }

  private void store(double[][] from, Matrix to, int at, int n, int channels, int count) {
    for (int c = 0; c < channels; c++) {
      entries.store(from[c], to, at + c * n, count);
    }
  }

  private static void shift(double by, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += by;
    }
  }

  private static void times(double[] s, double[] a, int count) {
    for (int i = 0; i < count; i++) {
      a[i] *= s[i];
    }
  }

  private static void product(double[] s, double[] a, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = s[i] * a[i];
    }
  }

  private static void addProduct(double[] s, double[] a, double[] b, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += s[i] * a[i] * b[i];
    }
  }

  private static void addSquare(double[] s, double[] a, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += s[i] * a[i] * a[i];
    }
  }

  private static double sum(double[] a, int count) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      even += a[i];
      odd += a[i + 1];
    }
    return i < count ? even + odd + a[i] : even + odd;
  }
}
