package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void equalNumbersShareTheMeanOfTheirRanks() {
    assertThat(Ranks.of(new double[] {3, -1, 3, 7, 3, 0.0, -0.0, Double.NEGATIVE_INFINITY}))
        .containsExactly(6, 2, 6, 8, 6, 3.5, 3.5, 1);
    assertThat(Ranks.of(new double[0])).isEmpty();
    assertThat(Ranks.of(new double[] {-5})).containsExactly(1);
  }

  @Test
  void theyAreThoseOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 1; n < 3000; n = n * 3 / 2 + 1) {
      double[] integers = random.ints(n, -5, 6).asDoubleStream().toArray();
      double[] wide =
          random.doubles(n, -1, 1).map(u -> Math.signum(u) * Math.exp(600 * u)).toArray();
      assertThat(Ranks.of(integers)).containsExactly(new NaturalRanking().apply(integers));
      assertThat(Ranks.of(wide)).containsExactly(new NaturalRanking().apply(wide));
    }
  }
}
