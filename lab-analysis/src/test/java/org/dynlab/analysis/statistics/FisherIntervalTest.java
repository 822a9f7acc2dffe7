package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of correlations by Fisher's z. */
class FisherIntervalTest {
  private static final double[] X = {2.1, 3.4, 1.0, 5.5, 4.2, 4.2, 6.7, 0.3, 8.8, 5.1, 2.2, 7.0};
  private static final double[] Y = {1.9, 2.7, 2.2, 4.0, 5.5, 3.1, 5.9, 0.1, 6.0, 6.6, 2.2, 3.9};

  /** scipy 1.17.1: pearsonr(x, y) with confidence_interval(.95), spearmanr(x, y). */
  @Test
  void scipyFindsTheSame() {
    Estimate r = Correlation.pearson(X, Y);
    assertThat(r.value()).isCloseTo(0.817315797792789, within(1e-14));
    assertThat(r.interval().low()).isCloseTo(0.458457937253155, within(1e-12));
    assertThat(r.interval().high()).isCloseTo(0.947012713114805, within(1e-12));
    Estimate rho = Correlation.spearman(X, Y);
    assertThat(rho.value()).isCloseTo(0.845614035087719, within(1e-14));
    assertThat(rho.interval().low()).isCloseTo(0.445723290407928, within(1e-12));
    assertThat(rho.interval().high()).isCloseTo(0.964151791289697, within(1e-12));
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
      Estimate found = Correlation.pearson(x, y);
      held += found.interval().low() <= truth && truth <= found.interval().high() ? 1 : 0;
    }
    assertThat((double) held / trials).isBetween(0.94, 0.96);
  }
}
