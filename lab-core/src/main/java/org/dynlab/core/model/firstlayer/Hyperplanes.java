package org.dynlab.core.model.firstlayer;

import org.dynlab.core.random.Stream;

/**
 * A first layer of neurons f(γ (a_j · (x − x_c) + c_j)) about the centre x_c of a box, written as
 * weights W: [d, width], column after column, and biases b: [width] after them.
 */
final class Hyperplanes {
  private final BoundingBox box;
  private final int width;
  private final double gamma;
  private final double[] values;

  Hyperplanes(BoundingBox box, int width, double gamma) {
    this.box = box;
    this.width = width;
    this.gamma = gamma;
    this.values = new double[(box.dimensions() + 1) * width];
  }

  /** Neuron j gets W_j = γ a and b_j = γ (c − a · x_c). */
  void set(int j, double[] a, double c) {
    int d = box.dimensions();
    double offset = c;
    for (int i = 0; i < d; i++) {
      values[j * d + i] = gamma * a[i];
      offset -= a[i] * box.centre(i);
    }
    values[d * width + j] = gamma * offset;
  }

  double[] values() {
    return values;
  }

  /** Independent normal entries. */
  static double[] normal(int d, Stream stream) {
    double[] a = new double[d];
    for (int i = 0; i < d; i++) {
      a[i] = stream.gaussian();
    }
    return a;
  }

  /** Uniform on the unit sphere: a normal vector divided by its length. */
  static double[] direction(int d, Stream stream) {
    double[] a = normal(d, stream);
    double length = 0;
    for (double entry : a) {
      length = Math.hypot(length, entry);
    }
    for (int i = 0; i < d; i++) {
      a[i] /= length;
    }
    return a;
  }
}
