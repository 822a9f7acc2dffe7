package org.dynlab.instrument.curvature;

import java.util.function.ToDoubleFunction;
import org.dynlab.core.instrument.Objective;

/** Any function as a mean loss over n examples, with a gradient by fourth-order differences. */
record Potential(ToDoubleFunction<double[]> function, int rows) implements Objective {
  private static final double H = 1e-3;

  @Override
  public double loss(double[] point) {
    return function.applyAsDouble(point);
  }

  @Override
  public double gradient(double[] point, double[] into) {
    for (int i = 0; i < point.length; i++) {
      double here = point[i];
      double near = at(point, i, here + H) - at(point, i, here - H);
      double far = at(point, i, here + 2 * H) - at(point, i, here - 2 * H);
      point[i] = here;
      into[i] = (8 * near - far) / (12 * H);
    }
    return loss(point);
  }

  private double at(double[] point, int i, double value) {
    point[i] = value;
    return loss(point);
  }

  @Override
  public double[] sampleNorms(double[] point) {
    throw new IllegalStateException("a potential has no examples");
  }

  @Override
  public Objective part(int[] rows) {
    throw new IllegalStateException("a potential has no examples");
  }
}
