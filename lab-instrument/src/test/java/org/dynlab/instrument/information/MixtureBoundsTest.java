package org.dynlab.instrument.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.core.task.ClassTargets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureBoundsTest {
  private final MixtureBounds bounds = new MixtureBounds();

  private static Optional<ProbeClasses> classes(int n, int classes) {
    int[] y = new int[n];
    Arrays.setAll(y, i -> (i * i + i / 3) % classes);
    return Optional.of(ProbeClasses.of(new ClassTargets(y, classes)));
  }

  /** The formulas as they stand, with rows of [n, width]. */
  private static double slow(
      double[] h, int n, double kernelVariance, Optional<ProbeClasses> only) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double inner = 0;
      int count = 0;
      for (int j = 0; j < n; j++) {
        if (only.isEmpty() || sameClass(only.get(), i, j)) {
          double d = 0;
          for (int k = 0; k * n < h.length; k++) {
            d += (h[k * n + i] - h[k * n + j]) * (h[k * n + i] - h[k * n + j]);
          }
          inner += Math.exp(-d / (2 * kernelVariance));
          count++;
        }
      }
      sum -= Math.log(inner / count);
    }
    return sum / n;
  }

  private static boolean sameClass(ProbeClasses classes, int i, int j) {
    return classOf(classes, i) == classOf(classes, j);
  }

  private static int classOf(ProbeClasses classes, int row) {
    int at = 0;
    while (classes.order()[at] != row) {
      at++;
    }
    int c = 0;
    while (classes.ends()[c] <= at) {
      c++;
    }
    return c;
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0.1", "130, 4, 0.5", "300, 7, 0.01", "257, 3, 2"})
  void theBoundsAreTheFormulas(int n, int width, double variance) {
    double[] h = Gaussians.normals(n * width, n);
    Optional<ProbeClasses> classes = classes(n, 3);
    MixtureBounds.Bounds found = bounds.of(h, n, variance, classes);
    double upper = slow(h, n, variance, Optional.empty());
    double lower = slow(h, n, 4 * variance, Optional.empty());
    assertThat(found.upper().ofInputs()).isCloseTo(upper, within(1e-11));
    assertThat(found.lower().ofInputs()).isCloseTo(lower, within(1e-11));
    assertThat(found.upper().ofClasses())
        .isCloseTo(upper - slow(h, n, variance, classes), within(1e-11));
    assertThat(found.lower().ofClasses())
        .isCloseTo(lower - slow(h, n, 4 * variance, classes), within(1e-11));
    assertThat(lower).isLessThanOrEqualTo(upper);
    assertThat(bounds.of(h, n, variance, Optional.empty()).upper().ofClasses()).isNaN();
  }

  @Test
  void equalOutputsKnowNothingAndOnesFarApartEverything() {
    int n = 200;
    double[] equal = new double[5 * n];
    Arrays.fill(equal, 0.7);
    MixtureBounds.Bounds nothing = bounds.of(equal, n, 0.1, classes(n, 4));
    assertThat(nothing.lower().ofInputs()).isZero();
    assertThat(nothing.upper().ofInputs()).isZero();
    assertThat(nothing.upper().ofClasses()).isCloseTo(0, within(1e-13));
    double[] apart = new double[n];
    Arrays.setAll(apart, i -> 1000.0 * i);
    MixtureBounds.Bounds everything = bounds.of(apart, n, 0.1, classes(n, 4));
    assertThat(everything.lower().ofInputs()).isCloseTo(Math.log(n), within(1e-12));
    assertThat(everything.upper().ofInputs()).isCloseTo(Math.log(n), within(1e-12));
    double entropy = classes(n, 4).orElseThrow().entropy();
    assertThat(everything.upper().ofClasses()).isCloseTo(entropy, within(1e-12));
  }

  /**
   * X ~ N(0, s²) with noise 1: ½ ln(1 + s²) lies between the bounds ½ ln(1 + s²/4) + s²/(8 + 2s²)
   * and ½ ln(1 + s²) + s²/(2 + 2s²), the integrals over x of the formulas.
   */
  @Test
  void theBoundsHoldTheInformationOfAGaussianChannel() {
    int n = 4000;
    double[] h = new double[n];
    Arrays.setAll(h, i -> 2 * Gaussians.quantile((i + 0.5) / n));
    MixtureBounds.Bounds found = bounds.of(h, n, 1, Optional.empty());
    double exact = 0.5 * Math.log(5);
    double lower = 0.5 * Math.log(2) + 0.25;
    double upper = 0.5 * Math.log(5) + 0.4;
    assertThat(exact).isBetween(lower, upper);
    assertThat(found.lower().ofInputs()).isCloseTo(lower, within(1e-3));
    assertThat(found.upper().ofInputs()).isCloseTo(upper, within(1e-3));
  }

  @Test
  void scalingOutputsAndNoiseTogetherChangesNothing() {
    double[] h = Gaussians.normals(400, 3);
    MixtureBounds.Bounds small = bounds.of(h, 100, 0.2, Optional.empty());
    MixtureBounds.Bounds large =
        bounds.of(Arrays.stream(h).map(v -> 10 * v).toArray(), 100, 20, Optional.empty());
    assertThat(large.upper().ofInputs()).isCloseTo(small.upper().ofInputs(), within(1e-12));
  }

  @Test
  void theSpacingIsTheMedianSquaredDistanceToTheNearestPerUnit() {
    double[] h = {0, 1, 3, 7, 20, 0, 0, 0, 0, 0};
    assertThat(bounds.spacing(h, 5)).isEqualTo(4 / 2.0);
  }

  @Test
  void notANumberAndNoNoiseGiveNothing() {
    double[] h = {1, 2, Double.POSITIVE_INFINITY};
    assertThat(bounds.of(h, 3, 0.1, Optional.empty()).upper().ofInputs()).isNaN();
    assertThat(bounds.of(new double[] {1, 2, 3}, 3, 0, Optional.empty()).lower().ofInputs())
        .isNaN();
  }
}
