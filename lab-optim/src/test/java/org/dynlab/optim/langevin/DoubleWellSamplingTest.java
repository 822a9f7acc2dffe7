package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers on a tilted double well whose barrier is 1.5 T high, three fifths of it on one side. */
class DoubleWellSamplingTest {
  private static final Constant TEMPERATURE = new Constant(DoubleWells.TEMPERATURE);
  private static final long N = DoubleWells.EXAMPLES;

  private static List<UpdateRule> samplers() {
    return List.of(
        new Sgld(new Constant(0.25), N, TEMPERATURE, 0),
        new Sghmc(new Constant(0.5), 0.1, N, TEMPERATURE, 0),
        new Sgnht(new Constant(0.1), 0.02, N, TEMPERATURE, 0),
        new UnderdampedLangevin(new Constant(1), 0.1, N, TEMPERATURE, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samplers")
  void meanVarianceAndOccupancyAreThoseOfTheDensity(UpdateRule rule) {
    DoubleWells wells = new DoubleWells(400);
    DoubleWells.Moments seen = new DoubleWells.Moments();
    new Walk(rule, wells, new double[400]).skip(5000).go(40_000, seen);
    assertThatTheyAgree(seen, DoubleWells.exact());
  }

  @Test
  void contourSgldReweightedGivesTheDensity() {
    double flattening = 0.75;
    EnergyBins bins = new EnergyBins(-0.004, DoubleWells.TEMPERATURE / N, 8);
    Constant rate = new Constant(0.2);
    Constant gain = new Constant(3e-3);
    ContourSgld rule =
        new ContourSgld(rate, N, TEMPERATURE, 0, flattening, bins, gain, EnergyOf.FULL_BATCH);
    Walk walk = new Walk(rule, new DoubleWells(1), new double[1]).skip(400_000);
    double[] weights = walk.state().slots().get(0).values();
    DoubleWells.Moments seen = new DoubleWells.Moments();
    walk.go(
        6_000_000,
        (x, loss) ->
            seen.add(x[0], Math.exp(flattening * Reweighting.logPsi(weights, bins, loss))));
    assertThatTheyAgree(seen, DoubleWells.exact());
  }

  private static void assertThatTheyAgree(DoubleWells.Moments seen, DoubleWells.Moments exact) {
    assertThat(seen.mean()).isCloseTo(exact.mean(), within(0.03 * Math.sqrt(exact.variance())));
    assertThat(seen.variance()).isCloseTo(exact.variance(), within(0.03 * exact.variance()));
    assertThat(seen.occupancy()).isCloseTo(exact.occupancy(), within(0.03 * exact.occupancy()));
  }
}
