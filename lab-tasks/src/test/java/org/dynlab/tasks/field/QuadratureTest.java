package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {

  private static double integral(Quadrature rule, DoubleUnaryOperator g) {
    double sum = 0;
    for (int k = 0; k < rule.size(); k++) {
      sum += rule.weight(k) * g.applyAsDouble(rule.node(k));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 20, 60})
  void gaussLegendreIsExactUpToDegreeTwiceItsNodesLessOne(int n) {
    Quadrature rule = Quadrature.gaussLegendre(n, Interval.SYMMETRIC);
    for (int degree = 0; degree < 2 * n; degree++) {
      int power = degree;
      double exact = degree % 2 == 0 ? 2.0 / (degree + 1) : 0;
      assertThat(integral(rule, x -> Math.pow(x, power))).isCloseTo(exact, within(1e-13));
    }
    double missed = integral(rule, x -> Math.pow(x, 2 * n)) - 2.0 / (2 * n + 1);
    assertThat(missed).isNegative();
  }

  @Test
  void gaussLegendreOnAnIntervalIsScaledAndShifted() {
    Quadrature rule = Quadrature.gaussLegendre(7, new Interval(1, 4));
    assertThat(integral(rule, Math::exp)).isCloseTo(Math.exp(4) - Math.E, within(1e-9));
    assertThat(integral(rule, x -> x * x * x)).isCloseTo(255.0 / 4, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 50, 100})
  void gaussHermiteIsExactUpToDegreeTwiceItsNodesLessOne(int n) {
    Quadrature rule = Quadrature.gaussHermite(n);
    double exact = Math.sqrt(Math.PI);
    for (int degree = 0; degree < 2 * n && degree < 100; degree += 2) {
      int power = degree;
      assertThat(integral(rule, x -> Math.pow(x, power)) / exact).isCloseTo(1, within(1e-12));
      exact *= (degree + 1) / 2.0;
    }
  }

  /** Abramowitz and Stegun 1964, tables 25.4 and 25.10, n = 5. */
  @Test
  void nodesAndWeightsAreThoseOfTheHandbook() {
    Quadrature legendre = Quadrature.gaussLegendre(5, Interval.SYMMETRIC);
    assertThat(legendre.node(4)).isCloseTo(0.906179845938664, within(1e-14));
    assertThat(legendre.weight(4)).isCloseTo(0.236926885056189, within(1e-14));
    assertThat(legendre.node(2)).isZero();
    assertThat(legendre.weight(2)).isCloseTo(0.568888888888889, within(1e-14));
    Quadrature hermite = Quadrature.gaussHermite(5);
    assertThat(hermite.node(0)).isCloseTo(-2.020182870456086, within(1e-14));
    assertThat(hermite.weight(0)).isCloseTo(0.01995324205905, within(1e-13));
    assertThat(hermite.node(3)).isCloseTo(0.958572464613819, within(1e-14));
  }

  @Test
  void nodesAscendAndMirror() {
    Quadrature rule = Quadrature.gaussHermite(100);
    for (int k = 1; k < 100; k++) {
      assertThat(rule.node(k)).isGreaterThan(rule.node(k - 1));
      assertThat(rule.node(k)).isEqualTo(-rule.node(99 - k));
      assertThat(rule.weight(k)).isPositive().isEqualTo(rule.weight(99 - k));
    }
  }

  @ParameterizedTest
  @CsvSource({"11, 101", "21, 201"})
  void trapezoidAndMidpointsAreOfSecondOrder(int coarse, int fine) {
    Interval interval = new Interval(0, 2);
    double exact = Math.exp(2) - 1;
    double trapezoid = integral(Quadrature.trapezoid(coarse, interval), Math::exp) - exact;
    double finer = integral(Quadrature.trapezoid(fine, interval), Math::exp) - exact;
    assertThat(trapezoid / finer).isCloseTo(100, within(0.5));
    double middle = integral(Quadrature.midpoints(coarse - 1, interval), Math::exp) - exact;
    assertThat(middle / trapezoid).isCloseTo(-0.5, within(0.01));
  }

  @Test
  void oneNodeStandsInTheMiddleWithTheWholeWeight() {
    for (Quadrature rule :
        new Quadrature[] {
          Quadrature.trapezoid(1, Interval.UNIT),
          Quadrature.midpoints(1, Interval.UNIT),
          Quadrature.gaussLegendre(1, Interval.UNIT)
        }) {
      assertThat(rule.node(0)).isEqualTo(0.5);
      assertThat(rule.weight(0)).isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void aMeshReachesBothEnds() {
    Quadrature rule = Quadrature.trapezoid(201, Interval.SYMMETRIC);
    assertThat(rule.node(0)).isEqualTo(-1);
    assertThat(rule.node(200)).isEqualTo(1);
    assertThat(rule.weight(0)).isCloseTo(0.005, within(1e-17));
    assertThat(rule.weight(7)).isCloseTo(0.01, within(1e-17));
  }
}
