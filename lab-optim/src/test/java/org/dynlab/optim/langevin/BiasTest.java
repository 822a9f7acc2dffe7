package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.descent.Adam;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far the rules that sample no known density are off, in numbers. */
class BiasTest {
  private static final Constant TEMPERATURE = new Constant(Gaussians.TEMPERATURE);
  private static final long N = Gaussians.EXAMPLES;
  private static final double PRIOR = Gaussians.PRECISION;

  private static Gaussians.Moments sample(UpdateRule rule, long steps) {
    Gaussians bowls = new Gaussians(400);
    Gaussians.Moments moments = new Gaussians.Moments();
    new Walk(rule, bowls, bowls.start()).skip(5000).go(steps, moments);
    return moments;
  }

  /** Measured where the preconditioner moves about as fast as the parameters, and where slower. */
  private static Stream<Arguments> psgldMeasured() {
    return Stream.of(
        Arguments.of(0.99, List.of(-0.25, 0.23, -0.08), List.of(1.08, 1.04, 1.16)),
        Arguments.of(0.999, List.of(-0.045, 0.043, -0.010), List.of(1.02, 1.02, 1.03)));
  }

  @ParameterizedTest
  @MethodSource("psgldMeasured")
  void psgldIsOffByAFewPercentUnlessItsAverageIsSlow(
      double decay, List<Double> meanErrors, List<Double> varianceRatios) {
    Gaussians.Moments moments =
        sample(new Psgld(new Constant(2e-3), N, TEMPERATURE, PRIOR, decay, 1e-5), 20_000);
    for (int k = 0; k < 3; k++) {
      assertThat(moments.meanError(k)).isCloseTo(meanErrors.get(k), within(0.03));
      assertThat(moments.varianceRatio(k)).isCloseTo(varianceRatios.get(k), within(0.03));
    }
  }

  @Test
  void psgldWithoutMemorySamplesTheDensityTimesTheRootOfTheSquareGradient() {
    double epsilon = 0.05;
    Gaussians.Moments moments =
        sample(new Psgld(new Constant(2e-4), N, TEMPERATURE, 0, 0, epsilon), 40_000);
    double[] expected = {0, 0, 0};
    for (int k = 0; k < 3; k++) {
      expected[k] = varianceRatioWithoutMemory(k, epsilon);
    }
    for (int k = 0; k < 3; k++) {
      // Without a prior the bowl is centred elsewhere and wider.
      double h = Gaussians.CURVATURE[k];
      double variance = moments.varianceRatio(k) * Gaussians.variance(k);
      double ratio = variance / (Gaussians.TEMPERATURE / N / h);
      assertThat(ratio).isCloseTo(expected[k], within(0.03 * expected[k]));
    }
    assertThat(expected[2]).isGreaterThan(1.6);
  }

  /** By quadrature over (ε + |hx|)·exp(-hx²/(2kT)). */
  private static double varianceRatioWithoutMemory(int k, double epsilon) {
    double h = Gaussians.CURVATURE[k];
    double width = Math.sqrt(Gaussians.TEMPERATURE / N / h);
    double mass = 0;
    double squares = 0;
    for (int i = 0; i <= 80_000; i++) {
      double x = i * 1e-4;
      double density = (epsilon + h * width * x) * Math.exp(-x * x / 2);
      mass += density;
      squares += density * x * x;
    }
    return squares / mass;
  }

  @Test
  void psgldVisitsTheWellsOfADoubleWellInOtherShares() {
    DoubleWells wells = new DoubleWells(400);
    DoubleWells.Moments seen = new DoubleWells.Moments();
    UpdateRule rule =
        new Psgld(
            new Constant(0.01),
            DoubleWells.EXAMPLES,
            new Constant(DoubleWells.TEMPERATURE),
            0,
            0.99,
            1e-5);
    new Walk(rule, wells, new double[400]).skip(5000).go(40_000, seen);
    DoubleWells.Moments exact = DoubleWells.exact();
    assertThat(seen.variance() / exact.variance()).isCloseTo(1.07, within(0.03));
    assertThat(seen.occupancy() / exact.occupancy()).isCloseTo(1.03, within(0.03));
  }

  @Test
  void adamWithWeightNoiseSettlesInACloudThatDoesNotKnowTheCurvature() {
    Constant rate = new Constant(1e-3);
    UpdateRule rule =
        Chain.of(
            new Adam(rate, 0.9, 0.999, 1e-8, 0, DecayOn.ALL), new WeightNoise(new Constant(0.01)));
    Gaussians.Moments moments = sample(rule, 20_000);
    for (int k = 0; k < 3; k++) {
      double variance = moments.varianceRatio(k) * Gaussians.variance(k);
      assertThat(variance).isCloseTo(3.48e-3, within(0.05 * 3.48e-3));
    }
    double[] density = {Gaussians.variance(0), Gaussians.variance(2)};
    assertThat(density[0] / density[1]).isGreaterThan(3);
  }
}
