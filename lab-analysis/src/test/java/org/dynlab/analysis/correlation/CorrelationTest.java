package org.dynlab.analysis.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
  private static final double[] X = {2.1, 3.4, 1.0, 5.5, 4.2, 4.2, 6.7, 0.3, 8.8, 5.1, 2.2, 7.0};
  private static final double[] Y = {1.9, 2.7, 2.2, 4.0, 5.5, 3.1, 5.9, 0.1, 6.0, 6.6, 2.2, 3.9};

  /** scipy 1.17.1: pearsonr(x, y) with confidence_interval(.95), spearmanr(x, y). */
  @Test
  void scipyFindsTheSame() {
    Correlation r = Correlation.pearson(X, Y);
    assertThat(r.value()).isCloseTo(0.817315797792789, within(1e-14));
    assertThat(r.low()).isCloseTo(0.458457937253155, within(1e-12));
    assertThat(r.high()).isCloseTo(0.947012713114805, within(1e-12));
    Correlation rho = Correlation.spearman(X, Y);
    assertThat(rho.value()).isCloseTo(0.845614035087719, within(1e-14));
    assertThat(rho.low()).isCloseTo(0.445723290407928, within(1e-12));
    assertThat(rho.high()).isCloseTo(0.964151791289697, within(1e-12));
  }

  @Test
  void withoutVariationOrPairsThereIsNone() {
    assertThat(Correlation.r(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(Correlation.spearman(new double[1], new double[1]).value()).isNaN();
    Correlation three = Correlation.pearson(new double[] {1, 2, 3}, new double[] {1, 3, 2});
    assertThat(three.value()).isCloseTo(0.5, within(1e-15));
    assertThat(three.low()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.8})
  void fishersIntervalCoversAsOftenAsItSays(double truth) {
    SplittableRandom random = new SplittableRandom(2);
    int trials = 4000;
    int held = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[15];
      double[] y = new double[15];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextGaussian();
        y[i] = truth * x[i] + Math.sqrt(1 - truth * truth) * random.nextGaussian();
      }
      Correlation found = Correlation.pearson(x, y);
      held += found.low() <= truth && truth <= found.high() ? 1 : 0;
    }
    assertThat((double) held / trials).isBetween(0.94, 0.96);
  }
}
