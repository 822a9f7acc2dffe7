package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers on Gaussians of three different widths, at step sizes whose bias is known. */
class GaussianSamplingTest {
  private static final Constant TEMPERATURE = new Constant(Gaussians.TEMPERATURE);
  private static final long N = Gaussians.EXAMPLES;
  private static final double PRIOR = Gaussians.PRECISION;
  private static final double MEAN_CURVATURE = 3.5 / 3 + Gaussians.PRECISION / N;

  /** Variance of a coordinate over that of the density, where U/N has that curvature. */
  private interface Theory {
    double varianceRatio(double curvature);
  }

  private static Stream<Arguments> samplers() {
    return Stream.of(
        of(new Sgld(new Constant(0.018), N, TEMPERATURE, PRIOR), h -> 1 / (1 - 0.018 * h / 2)),
        of(
            new Sghmc(new Constant(0.03), 0.1, N, TEMPERATURE, PRIOR),
            h -> 1 / (1 - 0.03 * h / (2 * 1.9))),
        of(
            new Sgnht(new Constant(0.01), 0.02, N, TEMPERATURE, PRIOR),
            h -> 1 - 0.02 / 2 + 0.01 * (h - MEAN_CURVATURE) / 4),
        of(new UnderdampedLangevin(new Constant(0.2), 0.1, N, TEMPERATURE, PRIOR), h -> 1));
  }

  private static Arguments of(UpdateRule rule, Theory theory) {
    return Arguments.of(rule, theory);
  }

  private static Gaussians.Moments sample(UpdateRule rule) {
    Gaussians bowls = new Gaussians(400);
    Gaussians.Moments moments = new Gaussians.Moments();
    new Walk(rule, bowls, bowls.start()).skip(2000).go(20_000, moments);
    return moments;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samplers")
  void meanAndVarianceAreThoseOfTheDensityUpToTheKnownBias(UpdateRule rule, Theory theory) {
    Gaussians.Moments moments = sample(rule);
    for (int k = 0; k < Gaussians.CURVATURE.length; k++) {
      double expected = theory.varianceRatio(Gaussians.curvature(k));
      assertThat(expected).isCloseTo(1, within(0.021));
      assertThat(moments.meanError(k)).as("mean %s", k).isCloseTo(0, within(0.02));
      assertThat(moments.varianceRatio(k)).as("variance %s", k).isCloseTo(1, within(0.03));
      assertThat(moments.varianceRatio(k)).isCloseTo(expected, within(0.015));
    }
  }

  @Test
  void baoabKeepsTheVarianceOfAGaussianAtStepsAtWhichMomentumTriplesIt() {
    Gaussians.Moments baoab =
        sample(new UnderdampedLangevin(new Constant(1), 0.5, N, TEMPERATURE, PRIOR));
    Gaussians.Moments sghmc = sample(new Sghmc(new Constant(1), 0.5, N, TEMPERATURE, PRIOR));
    for (int k = 0; k < Gaussians.CURVATURE.length; k++) {
      double h = Gaussians.curvature(k);
      assertThat(baoab.varianceRatio(k)).isCloseTo(1, within(0.01));
      double expected = 1 / (1 - h / (2 * 1.5));
      assertThat(sghmc.varianceRatio(k)).isCloseTo(expected, within(0.03 * expected));
    }
    assertThat(sghmc.varianceRatio(2)).isGreaterThan(3);
  }

  @Test
  void aColderDensityIsNarrowerByTheSameFactor() {
    Gaussians.Moments cold =
        sample(new Sgld(new Constant(0.018), N, new Constant(Gaussians.TEMPERATURE / 4), PRIOR));
    for (int k = 0; k < Gaussians.CURVATURE.length; k++) {
      assertThat(4 * cold.varianceRatio(k)).isCloseTo(1, within(0.03));
    }
  }
}
