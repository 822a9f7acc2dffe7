package org.dynlab.core.engine.jet;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.PortableKernels;

/**
 * The passes in their plainest form, point by point, through ND4J's portable interface: right on
 * every backend, fast on none, and the oracle of the tests.
 */
final class PortableJets implements JetKernels {
  private final Kernels kernels = new PortableKernels();

  private double[] read(Matrix matrix) {
    double[] values = new double[matrix.size()];
    kernels.read(matrix, 0, values, values.length);
    return values;
  }

  @Override
  public void activate(Channels channels, Matrix z, Matrix bias, Activation f, Matrix h) {
    double[] values = read(z);
    double[] into = new double[values.length];
    int n = z.rows() / channels.count();
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < z.columns(); j++) {
        Point p = new Point(channels, values, n, j * z.rows() + k);
        Point q = new Point(channels, into, n, j * z.rows() + k);
        p.set(0, p.value() + (bias == null ? 0 : bias.array().getDouble(j)));
        double s1 = f.slope(p.value());
        double s2 = f.second(p.value());
        q.set(0, f.value(p.value()));
        for (int i = 0; i < channels.first(); i++) {
          q.set(channels.firstChannel(i), s1 * p.first(i));
        }
        for (int i = 0; i < channels.secondOf().size(); i++) {
          double slope = p.at(channels.slopeChannel(i));
          q.set(channels.secondChannel(i), s2 * slope * slope + s1 * p.second(i));
        }
        if (channels.laplacian()) {
          q.set(channels.laplacianChannel(), s2 * p.squares() + s1 * p.laplacian());
        }
      }
    }
    kernels.write(values, z);
    kernels.write(into, h);
  }

  @Override
  public void reverse(
      Channels channels, Matrix z, Activation f, Matrix error, Matrix biasGradient) {
    double[] values = read(z);
    double[] errors = read(error);
    int n = z.rows() / channels.count();
    double[] sums = new double[z.columns()];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < z.columns(); j++) {
        Point p = new Point(channels, values, n, j * z.rows() + k);
        Point e = new Point(channels, errors, n, j * z.rows() + k);
        e.set(0, reverse(channels, f, p, e));
        sums[j] += e.value();
      }
    }
    kernels.write(errors, error);
    for (int j = 0; biasGradient != null && j < sums.length; j++) {
      biasGradient.array().putScalar(j, sums[j]);
    }
  }

  /** Replaces the adjoints of the derivatives and returns that of the value. */
  private static double reverse(Channels channels, Activation f, Point p, Point e) {
    double s1 = f.slope(p.value());
    double s2 = f.second(p.value());
    double s3 = f.third(p.value());
    double value = s1 * e.value();
    for (int i = 0; i < channels.first(); i++) {
      value += s2 * p.first(i) * e.first(i);
      e.set(channels.firstChannel(i), s1 * e.first(i));
    }
    for (int i = 0; i < channels.secondOf().size(); i++) {
      int c = channels.slopeChannel(i);
      value += (s3 * p.at(c) * p.at(c) + s2 * p.second(i)) * e.second(i);
      e.set(c, e.at(c) + 2 * s2 * p.at(c) * e.second(i));
      e.set(channels.secondChannel(i), s1 * e.second(i));
    }
    if (channels.laplacian()) {
      double last = e.laplacian();
      value += (s3 * p.squares() + s2 * p.laplacian()) * last;
      for (int i = 0; i < channels.first(); i++) {
        e.set(channels.firstChannel(i), e.first(i) + 2 * s2 * p.first(i) * last);
      }
      e.set(channels.laplacianChannel(), s1 * last);
    }
    return value;
  }

  /** The channels of one entry, n apart. */
  private static final class Point {
    private final Channels channels;
    private final double[] entries;
    private final int n;
    private final int first;

    Point(Channels channels, double[] entries, int n, int first) {
      this.channels = channels;
      this.entries = entries;
      this.n = n;
      this.first = first;
    }

    double at(int channel) {
      return entries[channel * n + first];
    }

    void set(int channel, double value) {
      entries[channel * n + first] = value;
    }

    double value() {
      return at(0);
    }

    double first(int i) {
      return at(channels.firstChannel(i));
    }

    double second(int i) {
      return at(channels.secondChannel(i));
    }

    double laplacian() {
      return at(channels.laplacianChannel());
    }

    double squares() {
      double sum = 0;
      for (int i = 0; i < channels.first(); i++) {
        sum += first(i) * first(i);
      }
      return sum;
    }
  }
}
