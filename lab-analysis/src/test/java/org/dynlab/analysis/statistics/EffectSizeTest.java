package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectSizeTest {
  private static final double[] X = Reference.scores("x");
  private static final double[] Z = Reference.scores("z");

  @Test
  void sizesAreThoseOfScipy() {
    double superiority = Reference.scores("superiority")[0];
    assertThat(EffectSize.superiority(X, Z)).isCloseTo(superiority, within(1e-15));
    Bootstrapped delta = EffectSize.cliffsDelta(X, Z, new Bootstrap(1));
    assertThat(delta.value()).isCloseTo(2 * superiority - 1, within(1e-15));
    assertThat(delta.estimate().interval().contains(0)).isTrue();
    Estimate g = EffectSize.hedgesG(X, Z);
    assertThat(g.value()).isCloseTo(Reference.scores("hedges_g")[0], within(1e-12));
    double half = (g.interval().high() - g.interval().low()) / 2;
    double variance = 20.0 / 96 + g.value() * g.value() / 40;
    assertThat(half).isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-12));
  }

  @Test
  void superiorityIsThatOfADoubleLoop() {
    SplittableRandom random = new SplittableRandom(6);
    for (int sample = 0; sample < 200; sample++) {
      double[] a = random.ints(random.nextInt(1, 20), 0, 9).asDoubleStream().toArray();
      double[] b = random.ints(random.nextInt(1, 20), 0, 9).asDoubleStream().toArray();
      double wins = 0;
      for (double x : a) {
        for (double y : b) {
          wins += x > y ? 1 : x == y ? 0.5 : 0;
        }
      }
      assertThat(EffectSize.superiority(a, b)).isCloseTo(wins / a.length / b.length, within(1e-12));
    }
  }

  @Test
  void infinitiesAreRankedAndNanIsNot() {
    double[] diverged = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    assertThat(EffectSize.superiority(diverged, diverged)).isEqualTo(0.5);
    assertThat(EffectSize.superiority(X, diverged)).isEqualTo(1);
    assertThat(EffectSize.superiority(X, new double[] {Double.NaN})).isNaN();
    assertThat(EffectSize.superiority(X, new double[0])).isNaN();
    assertThat(EffectSize.hedgesG(X, diverged).value()).isNaN();
  }

  @Test
  void samplesThatDoNotVaryHaveNoStandardisedDifference() {
    double[] ones = IntStream.range(0, 4).mapToDouble(i -> 1).toArray();
    assertThat(EffectSize.hedgesG(ones, ones).value()).isNaN();
    assertThat(EffectSize.hedgesG(ones, new double[] {2}).value()).isNaN();
  }
}
