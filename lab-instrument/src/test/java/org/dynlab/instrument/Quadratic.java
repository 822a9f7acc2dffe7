package org.dynlab.instrument;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.instrument.Objective;

/**
 * n losses ½ a_i ‖θ - c_i‖², whose gradients a_i (θ - c_i) are known; all parameters are one block.
 */
public record Quadratic(List<double[]> centres, List<Double> curvatures) implements Objective {

  @Override
  public int rows() {
    return centres.size();
  }

  @Override
  public double loss(double[] point) {
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      for (int k = 0; k < point.length; k++) {
        double d = point[k] - centres.get(i)[k];
        sum += 0.5 * curvatures.get(i) * d * d;
      }
    }
    return sum / rows();
  }

  @Override
  public double gradient(double[] point, double[] into) {
    for (int k = 0; k < point.length; k++) {
      double sum = 0;
      for (int i = 0; i < rows(); i++) {
        sum += curvatures.get(i) * (point[k] - centres.get(i)[k]);
      }
      into[k] = sum / rows();
    }
    return loss(point);
  }

  @Override
  public double[] sampleNorms(double[] point) {
    double[] norms = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      for (int k = 0; k < point.length; k++) {
        double g = curvatures.get(i) * (point[k] - centres.get(i)[k]);
        norms[i] += g * g;
      }
    }
    return norms;
  }

  @Override
  public Objective part(int[] rows) {
    return new Quadratic(
        Arrays.stream(rows).mapToObj(centres::get).toList(),
        Arrays.stream(rows).mapToObj(curvatures::get).toList());
  }
}
