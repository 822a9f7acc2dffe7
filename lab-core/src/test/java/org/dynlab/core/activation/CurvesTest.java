package org.dynlab.core.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Activation functions against {@link StrictMath}, and their derivatives against differences. */
class CurvesTest {

  /**
   * The fast functions, in the plainest words, with the error allowed in units of the last place.
   */
  record Reference(Activation f, DoubleUnaryOperator exact, double units) {}

  static List<Reference> references() {
    return List.of(
        new Reference(Activation.TANH, StrictMath::tanh, 4),
        new Reference(Activation.SIGMOID, CurvesTest::sigmoid, 4),
        new Reference(Activation.SILU, z -> z * sigmoid(z), 5),
        new Reference(Activation.ELU, z -> z > 0 ? z : StrictMath.expm1(z), 4),
        new Reference(
            Activation.SOFTPLUS,
            z -> Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))),
            5));
  }

  private static double sigmoid(double z) {
    double e = StrictMath.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /** Dense around 0, then all magnitudes of both signs from subnormal numbers to the largest. */
  private static double[] range(double least, double largest) {
    DoubleStream near = DoubleStream.iterate(-60, z -> z <= 60, z -> z + 0.00713);
    DoubleStream far = DoubleStream.iterate(least, z -> z <= largest / 2, z -> z * 1.7);
    double[] positive = far.toArray();
    return DoubleStream.concat(
            near,
            DoubleStream.concat(Arrays.stream(positive), Arrays.stream(positive).map(z -> -z)))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("references")
  void doublesAreRightToAFewUnitsOfTheLastPlace(Reference each) {
    double[] z = range(Double.MIN_VALUE, Double.MAX_VALUE);
    double[] h = new double[z.length];
    each.f().curve().apply(z, h, new double[z.length], z.length);
    for (int i = 0; i < z.length; i++) {
      double exact = each.exact().applyAsDouble(z[i]);
      double allowed = Math.max(each.units() * Math.ulp(exact), 1e-304);
      assertThat(h[i]).as("f(%s)", z[i]).isCloseTo(exact, within(allowed));
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void floatsAreRightToAFewUnitsOfTheLastPlace(Reference each) {
    double[] range = range(Float.MIN_VALUE, Float.MAX_VALUE);
    float[] z = new float[range.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) range[i];
    }
    float[] h = new float[z.length];
    each.f().curve().apply(z, h, new float[z.length], z.length);
    for (int i = 0; i < z.length; i++) {
      float exact = (float) each.exact().applyAsDouble(z[i]);
      float allowed = Math.max((float) each.units() * Math.ulp(exact), 1e-34f);
      assertThat(h[i]).as("f(%s)", z[i]).isCloseTo(exact, within(allowed));
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void infinitiesHaveTheirLimitsAndNaNStays(Reference each) {
    double[] z = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 0};
    double[] limits = {
      each.exact().applyAsDouble(1e300), each.exact().applyAsDouble(-700), Double.NaN,
    };
    limits[0] = limits[0] > 1 ? Double.POSITIVE_INFINITY : limits[0];
    double[] h = new double[z.length];
    each.f().curve().apply(z, h, new double[z.length], z.length);
    float[] narrow = new float[z.length];
    each.f()
        .curve()
        .apply(
            new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 0},
            narrow,
            new float[z.length],
            z.length);
    for (int i = 0; i < limits.length; i++) {
      assertThat(h[i]).isCloseTo(limits[i], within(1e-300));
      assertThat((double) narrow[i]).isCloseTo(limits[i], within(1e-34));
    }
    assertThat(h[3]).isEqualTo(each.exact().applyAsDouble(0));
  }

  @Test
  void sinesAndCosinesAreRightToThreeTimesTenToTheMinusSixteen() {
    double[] z = range(Double.MIN_VALUE, 1e5);
    double[] h = new double[z.length];
    Activation.SIN.curve().apply(z, h, new double[z.length], z.length);
    for (int i = 0; i < z.length; i++) {
      assertThat(h[i]).as("sin(%s)", z[i]).isCloseTo(StrictMath.sin(z[i]), within(3e-16));
    }
    Activation.COS.curve().apply(z, h, new double[z.length], z.length);
    for (int i = 0; i < z.length; i++) {
      assertThat(h[i]).as("cos(%s)", z[i]).isCloseTo(StrictMath.cos(z[i]), within(3e-16));
    }
  }

  @Test
  void sinesAndCosinesOfFarNumbersAndNaNAreThoseOfTheLibrary() {
    double[] z = {1e6, -3e200, Double.NaN, Double.POSITIVE_INFINITY, 1};
    double[] h = new double[z.length];
    Activation.SIN.curve().apply(z, h, new double[z.length], z.length);
    assertThat(h).containsExactly(Arrays.stream(z).map(Math::sin).toArray());
    Activation.COS.curve().apply(z, h, new double[z.length], z.length);
    assertThat(h).containsExactly(Arrays.stream(z).map(Math::cos).toArray());
  }

  /** Away from the corners of relu and elu at 0. */
  private static double[] smooth() {
    return DoubleStream.iterate(-6.005, z -> z < 6, z -> z + 0.11).toArray();
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void derivativesAreSlopesOfOneAnother(Activation f) {
    for (double z : smooth()) {
      assertThat(f.slope(z)).isCloseTo(difference(f::value, z), within(1e-9));
      assertThat(f.second(z)).isCloseTo(difference(f::slope, z), within(1e-9));
      assertThat(f.third(z)).isCloseTo(difference(f::second, z), within(1e-9));
    }
  }

  /** Central difference of fourth order. */
  private static double difference(DoubleUnaryOperator f, double z) {
    double h = 1e-3;
    double near = f.applyAsDouble(z + h) - f.applyAsDouble(z - h);
    double far = f.applyAsDouble(z + 2 * h) - f.applyAsDouble(z - 2 * h);
    return (8 * near - far) / (12 * h);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void arraysHoldWhatTheSingleNumbersAre(Activation f) {
    double[] z = smooth();
    int n = z.length;
    double[] h = new double[n];
    double[][] s = new double[3][n];
    f.curve().apply(z, h, new double[n], n);
    double[] kept = f.curve().keepsValue() ? h : z;
    f.curve().slopes(kept, s[0], s[1], n);
    assertDerivatives(f, z, s[0], s[1]);
    f.curve().slopes(kept, s[0], s[1], s[2], n);
    assertDerivatives(f, z, s[0], s[1]);
    double[] error = new double[n];
    Arrays.fill(error, 3);
    f.curve().timesSlope(z.clone(), error, new double[n], n);
    for (int i = 0; i < n; i++) {
      assertThat(h[i]).isCloseTo(f.value(z[i]), within(1e-14 * (1 + Math.abs(h[i]))));
      assertThat(s[2][i]).isCloseTo(f.third(z[i]), within(1e-13));
      assertThat(error[i]).isCloseTo(3 * f.slope(z[i]), within(1e-13));
    }
  }

  private static void assertDerivatives(Activation f, double[] z, double[] s1, double[] s2) {
    for (int i = 0; i < z.length; i++) {
      assertThat(s1[i]).isCloseTo(f.slope(z[i]), within(1e-13));
      assertThat(s2[i]).isCloseTo(f.second(z[i]), within(1e-13));
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void floatArraysAreRoundedDoubles(Activation f) {
    double[] z = smooth();
    float[] narrow = new float[z.length];
    for (int i = 0; i < z.length; i++) {
      narrow[i] = (float) z[i];
    }
    float[] h = new float[z.length];
    f.curve().apply(narrow, h, new float[z.length], z.length);
    float[] error = new float[z.length];
    Arrays.fill(error, 3);
    f.curve().timesSlope(narrow.clone(), error, new float[z.length], z.length);
    for (int i = 0; i < z.length; i++) {
      assertThat((double) h[i]).isCloseTo(f.value(narrow[i]), within(4e-6));
      assertThat((double) error[i]).isCloseTo(3 * f.slope(narrow[i]), within(4e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void slopesAreToldFromValuesOnlyWhereThatIsRight(Activation f) {
    for (double z : smooth()) {
      assertThat(f.slopeFromValue() && f.slope(f.value(z)) != f.slope(z)).isFalse();
    }
  }

  @Test
  void onlyStraightFunctionsAreNotCurved() {
    assertThat(Arrays.stream(Activation.values()).filter(f -> !f.curved()))
        .containsExactly(Activation.RELU, Activation.IDENTITY);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void onlyThoseThatDecreaseSomewhereAreSaidTo(Activation f) {
    double step = 1.0 / 256;
    double[] z = DoubleStream.iterate(-30, x -> x <= 30, x -> x + step).toArray();
    boolean decreases = Arrays.stream(z).anyMatch(x -> f.value(x + step) < f.value(x));
    assertThat(f.neverDecreases()).isEqualTo(!decreases);
  }
}
