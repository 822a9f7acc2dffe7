package org.dynlab.instrument.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.Quadratic;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class LocalLearningCoefficientTest {
  private static final int N = 100_000;
  private static final double SCALE = N / Math.log(N);

  private static Map<String, Double> measure(
      ToDoubleFunction<double[]> loss, int size, double step, double localization, int draws) {
    LocalLearningCoefficient coefficient =
        new LocalLearningCoefficient(N, 8, draws / 5, draws, step, localization);
    RecordedView view =
        RecordedView.ofParameters(new double[size])
            .withObjective(Source.TRAIN, new Potential(loss, N));
    return Rows.of(coefficient.begin(Subjects.withoutBiases(1, size)), view);
  }

  private static double squares(double[] w) {
    double sum = 0;
    for (double x : w) {
      sum += x * x / 2;
    }
    return sum;
  }

  /** λ = d/2. */
  @Test
  void aRegularMinimumHasHalfItsDimensions() {
    for (int d : new int[] {1, 4}) {
      Map<String, Double> row = measure(LocalLearningCoefficientTest::squares, d, 1e-5, 1, 12_000);
      assertThat(row.get("llc.value")).isCloseTo(d / 2.0, within(0.05 * d));
      assertThat(row.get("llc.r_hat")).isLessThan(1.1);
      assertThat(row.get("llc.acceptance")).isGreaterThan(0.9);
      assertThat(row.get("llc.se")).isLessThan(0.05 * d);
    }
  }

  /** λ = Σ 1/(2 k_i) for Σ w_i^(2 k_i). */
  @Test
  void degenerateMinimaHaveLess() {
    ToDoubleFunction<double[]> quartic = w -> w[0] * w[0] * w[0] * w[0];
    Map<String, Double> row = measure(quartic, 1, 2e-4, 0.01, 12_000);
    assertThat(row.get("llc.value")).isCloseTo(0.25, within(0.025));
    ToDoubleFunction<double[]> mixed = w -> w[0] * w[0] + w[1] * w[1] * w[1] * w[1];
    row = measure(mixed, 2, 1e-5, 0.01, 60_000);
    assertThat(row.get("llc.value")).isCloseTo(0.75, within(0.075));
  }

  /**
   * The normal crossing w₀²w₁²: λ = ½ with multiplicity 2, so that at a finite n the estimate lies
   * below by about 1/ln(nβ); the chains must give the quadrature of the same density.
   */
  @Test
  void aNormalCrossingIsThatOfItsDensity() {
    double pull = 20;
    double exact = quadrature(pull);
    Map<String, Double> row = measure(w -> w[0] * w[0] * w[1] * w[1], 2, 1e-4, pull, 200_000);
    assertThat(exact).isBetween(0.3, 0.5);
    assertThat(row.get("llc.value")).isCloseTo(exact, within(0.1 * exact));
  }

  private static double quadrature(double pull) {
    double total = 0;
    double weighted = 0;
    int cells = 3000;
    for (int i = 0; i < cells; i++) {
      double x = 1.5 * (i + 0.5) / cells;
      for (int j = 0; j < cells; j++) {
        double y = 1.5 * (j + 0.5) / cells;
        double loss = x * x * y * y;
        double density = Math.exp(-SCALE * loss - pull / 2 * (x * x + y * y));
        total += density;
        weighted += density * SCALE * loss;
      }
    }
    return weighted / total;
  }

  @Test
  void chainsThatLeaveTheNumbersGiveNaN() {
    Quadratic steep =
        new Quadratic(Collections.nCopies(5, new double[2]), Collections.nCopies(5, 1e5));
    RecordedView view = RecordedView.ofParameters(1, 1).withObjective(Source.TRAIN, steep);
    LocalLearningCoefficient coefficient = new LocalLearningCoefficient(5, 2, 100, 100, 1, 0);
    assertThat(Rows.of(coefficient.begin(Subjects.withoutBiases(1, 2)), view).values())
        .containsOnly(Double.NaN);
  }
}
