package org.dynlab.core.engine.jet;

/** Loops over the first entries of arrays that the compiler turns into vector instructions. */
final class VectorLoops {

  private VectorLoops() {}

  /** into ← a · b. */
  static void product(double[] a, double[] b, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = a[i] * b[i];
    }
  }

  /** into ← into + a · b. */
  static void addProduct(double[] a, double[] b, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += a[i] * b[i];
    }
  }

  /** into ← into + a · b². */
  static void addSquare(double[] a, double[] b, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += a[i] * b[i] * b[i];
    }
  }

  /** into ← into + a. */
  static void add(double[] a, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] += a[i];
    }
  }

  /** a ← a · s. */
  static void times(double[] s, double[] a, int count) {
    for (int i = 0; i < count; i++) {
      a[i] *= s[i];
    }
  }

  /** values[from, to) ← values + by. */
  static void shift(double by, double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] += by;
    }
  }

  /** Σ a[from, to) by four running sums: additions of one sum would wait for each other. */
  static double sum(double[] a, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      first += a[i];
      second += a[i + 1];
      third += a[i + 2];
      fourth += a[i + 3];
    }
    for (; i < to; i++) {
      first += a[i];
    }
    return (first + second) + (third + fourth);
  }
}
