package org.dynlab.instrument.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dynlab.core.algebra.SymmetricMatrix;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.instrument.Quadratic;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class HessianTest {
  private static final Hessian HESSIAN = new Hessian(1000, 5000, 1e-6, 4000);

  /** ½ a·tanh(W x) networks: 2 inputs, 3 hidden units, 1 output, without biases. */
  private static final Subject SUBJECT = Subjects.withoutBiases(2, 3, 1);

  private static Map<String, Double> measure(Hessian hessian, Potential loss, double... point) {
    RecordedView view = RecordedView.ofParameters(point).withObjective(Source.TRAIN, loss);
    return Rows.of(hessian.begin(SUBJECT), view);
  }

  private static double network(double[] w) {
    double sum = 0;
    for (int i = 0; i < 15; i++) {
      double x0 = Math.sin(i);
      double x1 = Math.cos(2 * i);
      double out = 0;
      for (int j = 0; j < 3; j++) {
        out += w[6 + j] * Math.tanh(w[2 * j] * x0 + w[2 * j + 1] * x1);
      }
      double error = out - Math.sin(3 * x0) * x1;
      sum += error * error / 15;
    }
    return sum;
  }

  private static double[] dense(ToDoubleFunction<double[]> loss, double[] point) {
    int n = point.length;
    double h = 1e-4;
    SymmetricMatrix matrix = new SymmetricMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int signs = 0; signs < 4; signs++) {
          double[] moved = point.clone();
          int si = signs / 2 * 2 - 1;
          int sj = signs % 2 * 2 - 1;
          moved[i] += si * h;
          moved[j] += sj * h;
          sum += si * sj * loss.applyAsDouble(moved);
        }
        matrix.set(i, j, sum / (4 * h * h));
      }
    }
    return matrix.eigenvalues();
  }

  @Test
  void topAndTraceAreThoseOfADenseHessian() {
    double[] point = {0.5, -1, 1.2, 0.3, -0.7, 0.9, 1, -0.5, 0.8};
    double[] values = dense(HessianTest::network, point);
    Map<String, Double> row = measure(HESSIAN, new Potential(HessianTest::network, 15), point);
    double largest = Arrays.stream(values).max().orElseThrow();
    assertThat(Arrays.stream(values).min().orElseThrow()).isNegative();
    assertThat(row.get("hessian.top")).isCloseTo(largest, within(1e-4 * largest));
    assertThat(row.get("hessian.residual")).isLessThan(1e-3);
    double trace = Arrays.stream(values).sum();
    assertThat(row.get("hessian.trace"))
        .isCloseTo(trace, within(4 * row.get("hessian.trace.se") + 1e-4));
    assertThat(row.get("hessian.trace.se")).isLessThan(0.02 * trace);
  }

  /** -2x² + ½y²: the eigenvalue of largest size is -4, the largest is 1. */
  @Test
  void aLargeNegativeEigenvalueDoesNotHideTheLargest() {
    Potential saddle = new Potential(w -> -2 * w[0] * w[0] + 0.5 * w[1] * w[1], 10);
    Map<String, Double> row = measure(HESSIAN, saddle, 0.3, 0.2, 0, 0, 0, 0, 0, 0, 0);
    assertThat(row.get("hessian.top")).isCloseTo(1, within(1e-5));
    assertThat(row.get("hessian.trace")).isCloseTo(-3, within(1e-5));
  }

  @Test
  void withoutCurvatureThereIsNone() {
    Map<String, Double> row = measure(HESSIAN, new Potential(w -> w[0], 10), new double[9]);
    assertThat(row.get("hessian.top")).isCloseTo(0, within(1e-9));
    assertThat(row.get("hessian.trace")).isCloseTo(0, within(1e-9));
  }

  @Test
  void aLossThatIsNotFiniteGivesNaN() {
    Quadratic bad = new Quadratic(List.of(new double[9]), List.of(Double.NaN));
    RecordedView view = RecordedView.ofParameters(new double[9]).withObjective(Source.TRAIN, bad);
    assertThat(Rows.of(HESSIAN.begin(SUBJECT), view).values()).containsOnly(Double.NaN);
  }
}
