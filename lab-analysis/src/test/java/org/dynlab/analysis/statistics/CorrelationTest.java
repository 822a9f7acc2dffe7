package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final double[] X = Reference.scores("x");
  private static final double[] Y = Reference.scores("y");

  @Test
  void coefficientsAreThoseOfScipy() {
    double[] pearson = Reference.scores("pearson");
    Estimate found = Correlation.pearson(X, Y);
    assertThat(found.value()).isCloseTo(pearson[0], within(1e-14));
    assertThat(found.interval().low()).isCloseTo(pearson[1], within(1e-12));
    assertThat(found.interval().high()).isCloseTo(pearson[2], within(1e-12));
    assertThat(Correlation.spearman(X, Y).value())
        .isCloseTo(Reference.scores("spearman")[0], within(1e-14));
    assertThat(Correlation.kendallValue(X, Y))
        .isCloseTo(Reference.scores("kendall")[0], within(1e-14));
  }

  @Test
  void bootstrapIntervalsSurroundTheirValues() {
    Bootstrap bootstrap = new Bootstrap(8);
    Bootstrapped spearman = Correlation.spearman(X, Y, bootstrap);
    Bootstrapped kendall = Correlation.kendall(X, Y, bootstrap);
    assertThat(spearman.value()).isEqualTo(Correlation.spearmanValue(X, Y));
    assertThat(spearman.estimate().interval().contains(spearman.value())).isTrue();
    assertThat(kendall.estimate().interval().contains(kendall.value())).isTrue();
    assertThat(kendall.estimate().interval().low()).isPositive();
  }

  /** Shares of samples of 30 normal pairs with r = 0.6 whose interval holds the true value. */
  @Test
  void intervalsHoldTheTruthInNineteenOfTwentySamples() {
    double r = 0.6;
    double rho = 6 / Math.PI * Math.asin(r / 2);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] held = new double[2];
    int samples = 4000;
    for (int k = 0; k < samples; k++) {
      SplittableRandom random = SeedStream.of(4, k);
      double[] x = new double[30];
      double[] y = new double[30];
      for (int i = 0; i < x.length; i++) {
        x[i] = normal.inverseCumulativeProbability(random.nextDouble());
        double other = normal.inverseCumulativeProbability(random.nextDouble());
        y[i] = r * x[i] + Math.sqrt(1 - r * r) * other;
      }
      held[0] += Correlation.pearson(x, y).interval().contains(r) ? 1.0 / samples : 0;
      held[1] += Correlation.spearman(x, y).interval().contains(rho) ? 1.0 / samples : 0;
    }
    assertThat(held[0]).isCloseTo(0.95, within(0.02));
    assertThat(held[1]).isCloseTo(0.95, within(0.02));
  }

  @Test
  void whatDoesNotVaryHasNoCorrelation() {
    double[] flat = {1, 1, 1, 1};
    double[] rising = {1, 2, 3, 4};
    assertThat(Correlation.pearson(flat, rising).value()).isNaN();
    assertThat(Correlation.spearman(flat, rising).value()).isNaN();
    assertThat(Correlation.kendallValue(flat, rising)).isNaN();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {2}).text()).isEqualTo("unknown");
    assertThat(Correlation.pearson(rising, rising).interval()).isEqualTo(new Interval(1, 1));
    assertThat(Correlation.spearman(new double[] {1, 2, 3}, new double[] {1, 2, 3}).interval())
        .isEqualTo(Interval.NONE);
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThatThrownBy(() -> Correlation.spearman(X, new double[3]))
        .hasMessage("pairs of 12 and 3 numbers");
  }
}
