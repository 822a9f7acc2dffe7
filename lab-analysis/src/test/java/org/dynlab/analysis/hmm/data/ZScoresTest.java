package org.dynlab.analysis.hmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.analysis.hmm.data.ZScores.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZScoresTest {

  private static Sequences column(double... values) {
    double[][] rows = new double[values.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = new double[] {values[t]};
    }
    return new Sequences.Builder(List.of("l2")).add("run", rows).build();
  }

  /** 1, 2, 3, 6: mean 3, population variance 14/4. */
  @Test
  void deviationsAreInUnitsOfThePopulationsStandardDeviation() {
    double std = Math.sqrt(3.5);
    assertThat(ZScores.of(column(1, 2, 3, 6)).scaled().stacked())
        .containsExactly(new double[] {-2 / std, -1 / std, 0, 3 / std}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -3e300, 1e-320})
  void aConstantColumnIsZeroAndListed(double value) {
    ZScores scores = ZScores.of(column(value, value, value));
    assertThat(scores.scaled().stacked()).containsExactly(0, 0, 0);
    assertThat(scores.constants()).containsExactly(new Constant("run", "l2", value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1, 1e308})
  void scalesFarFromOneNeitherOverflowNorVanish(double unit) {
    ZScores scores = ZScores.of(column(-unit, unit, -unit, unit));
    assertThat(scores.scaled().stacked())
        .containsExactly(new double[] {-1, 1, -1, 1}, within(1e-15));
    assertThat(scores.constants()).isEmpty();
  }

  @Test
  void runsAreScaledEachByItself() {
    Sequences two =
        new Sequences.Builder(List.of("a", "b"))
            .add("x", new double[][] {{0, 5}, {2, 5}})
            .add("y", new double[][] {{100, 0}, {300, 1}})
            .build();
    ZScores scores = ZScores.of(two);
    assertThat(scores.scaled().stacked()).containsExactly(-1, 0, 1, 0, -1, -1, 1, 1);
    assertThat(scores.constants()).containsExactly(new Constant("x", "b", 5));
  }
}
