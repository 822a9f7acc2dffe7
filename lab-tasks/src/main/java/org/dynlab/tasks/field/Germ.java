package org.dynlab.tasks.field;

import org.dynlab.core.task.Jet;

/**
 * A smooth function at one point, to second order along the axes: value g, first derivatives
 * ∂g/∂x_i and pure second derivatives ∂²g/∂x_i². Sums, products and compositions carry them along
 * by the product and chain rules, so formulas are written once and differentiated exactly.
 */
final class Germ {
  private final double value;
  private final double[] first;
  private final double[] second;

  private Germ(double value, double[] first, double[] second) {
    this.value = value;
    this.first = first;
    this.second = second;
  }

  /** The coordinate x_axis of a d-dimensional space, at {@code x}. */
  static Germ coordinate(double x, int axis, int dimensions) {
    Germ germ = new Germ(x, new double[dimensions], new double[dimensions]);
    germ.first[axis] = 1;
    return germ;
  }

  double value() {
    return value;
  }

  Germ plus(Germ other) {
    Germ sum = new Germ(value + other.value, first.clone(), second.clone());
    for (int i = 0; i < first.length; i++) {
      sum.first[i] += other.first[i];
      sum.second[i] += other.second[i];
    }
    return sum;
  }

  Germ plus(double constant) {
    return new Germ(value + constant, first, second);
  }

  Germ times(double factor) {
    return composed(factor * value, factor, 0);
  }

  Germ minus(Germ other) {
    return plus(other.times(-1));
  }

  Germ times(Germ other) {
    Germ product =
        new Germ(value * other.value, new double[first.length], new double[first.length]);
    for (int i = 0; i < first.length; i++) {
      product.first[i] = first[i] * other.value + value * other.first[i];
      product.second[i] =
          second[i] * other.value + 2 * first[i] * other.first[i] + value * other.second[i];
    }
    return product;
  }

  Germ square() {
    return composed(value * value, 2 * value, 2);
  }

  Germ sin() {
    return composed(Math.sin(value), Math.cos(value), -Math.sin(value));
  }

  Germ cos() {
    return composed(Math.cos(value), -Math.sin(value), -Math.cos(value));
  }

  Germ exp() {
    return composed(Math.exp(value), Math.exp(value), Math.exp(value));
  }

  /** f(g) for f with these values f, f', f'' at g. */
  private Germ composed(double f, double slope, double curvature) {
    Germ result = new Germ(f, new double[first.length], new double[first.length]);
    for (int i = 0; i < first.length; i++) {
      result.first[i] = slope * first[i];
      result.second[i] = curvature * first[i] * first[i] + slope * second[i];
    }
    return result;
  }

  /** into[from, from + channels) ← the channels of {@code jet}, in its order. */
  void channels(Jet jet, double[] into, int from) {
    into[from] = value;
    for (int i : jet.first()) {
      into[from + jet.firstChannel(i)] = first[i];
    }
    for (int i : jet.second()) {
      into[from + jet.secondChannel(i)] = second[i];
    }
    if (jet.laplacian()) {
      double sum = 0;
      for (double each : second) {
        sum += each;
      }
      into[from + jet.laplacianChannel()] = sum;
    }
  }
}
