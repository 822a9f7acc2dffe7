package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContourSgldTest {
  private static final double KT = Gaussians.TEMPERATURE / Gaussians.EXAMPLES;
  private static final Constant RATE = new Constant(0.009);
  private static final Constant GAIN = new Constant(3e-3);
  private static final Posterior POSTERIOR =
      new Posterior(Gaussians.EXAMPLES, new Constant(Gaussians.TEMPERATURE), Gaussians.PRECISION);
  private static final Gaussians BOWL = new Gaussians(1);
  private static final EnergyBins BINS = new EnergyBins(lowestEnergy(), KT, 10);

  private static double lowestEnergy() {
    double[] start = BOWL.start();
    return POSTERIOR.energy(BOWL.at(start, new double[start.length]), start);
  }

  private static ContourSgld rule(double flattening) {
    return new ContourSgld(
        RATE,
        Gaussians.EXAMPLES,
        POSTERIOR.temperature(),
        Gaussians.PRECISION,
        flattening,
        BINS,
        GAIN,
        EnergyOf.FULL_BATCH);
  }

  /** Visits of every piece, and moments weighted by Ψ^flattening. */
  private static final class Census implements Walk.Visitor {
    private final double[] visits = new double[BINS.count()];
    private final double[] sum = new double[3];
    private final double[] squares = new double[3];
    private final double flattening;
    private final double[] weights;
    private double total;

    Census(double flattening, double[] weights) {
      this.flattening = flattening;
      this.weights = weights;
    }

    @Override
    public void see(double[] point, double loss) {
      double energy = POSTERIOR.energy(loss, point);
      visits[BINS.indexOf(energy)]++;
      double weight = Math.exp(flattening * Reweighting.logPsi(weights, BINS, energy));
      total += weight;
      for (int k = 0; k < point.length; k++) {
        double off = point[k] - Gaussians.mean(k);
        sum[k] += weight * off;
        squares[k] += weight * off * off;
      }
    }
  }

  private static Census census(double flattening) {
    Walk walk = new Walk(rule(flattening), BOWL, BOWL.start()).skip(500_000);
    Census census = new Census(flattening, walk.state().slots().get(0).values());
    walk.go(4_000_000, census);
    return census;
  }

  /** Mass of piece i under the density: U/T has a Gamma(3/2) distribution here. */
  private static double mass(int piece) {
    double end = piece == BINS.count() - 1 ? 60 : piece + 1;
    int steps = 100_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double u = piece + (i + 0.5) * (end - piece) / steps;
      sum += Math.sqrt(u) * Math.exp(-u);
    }
    return sum * (end - piece) / steps / (Math.sqrt(Math.PI) / 2);
  }

  @ParameterizedTest
  @CsvSource({"0.75", "1"})
  void reweightedItGivesTheMomentsOfTheGaussian(double flattening) {
    Census census = census(flattening);
    for (int k = 0; k < 3; k++) {
      double mean = census.sum[k] / census.total;
      double variance = census.squares[k] / census.total - mean * mean;
      assertThat(mean).isCloseTo(0, within(0.03 * Math.sqrt(Gaussians.variance(k))));
      assertThat(variance / Gaussians.variance(k)).isCloseTo(1, within(0.03));
    }
  }

  @Test
  void withFullFlatteningEveryPieceOfTheEnergyAxisIsVisitedEquallyOften() {
    double[] visits = census(1).visits;
    double mean = Arrays.stream(visits).average().orElseThrow();
    for (double count : visits) {
      assertThat(count / mean).isCloseTo(1, within(0.05));
    }
    assertThat(mass(0) / mass(9)).isGreaterThan(500);
  }

  @Test
  void theWeightsBecomeTheMassesOfThePieces() {
    Walk walk = new Walk(rule(0.75), BOWL, BOWL.start()).skip(3_000_000);
    double[] weights = walk.state().slots().get(0).values();
    for (int i = 0; i < weights.length; i++) {
      assertThat(Math.log(weights[i] / mass(i))).as("piece %s", i).isCloseTo(0, within(0.4));
    }
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void withoutNoiseItMovesAsSgldWhateverItFlattens() {
    double[] start = {2, -3, 1.5};
    Sgld plain = new Sgld(RATE, 50, new Constant(0), 5);
    double[] sgld = new Walk(plain, BOWL, start).skip(50).point();
    assertThat(sgld).doesNotContain(start);
    for (double flattening : new double[] {0, 0.75, 1}) {
      double[] contour = new Walk(frozen(flattening), BOWL, start).skip(50).point();
      assertThat(contour).containsExactly(sgld, within(1e-12));
    }
  }

  private static ContourSgld frozen(double flattening) {
    return new ContourSgld(
        RATE, 50, new Constant(0), 5, flattening, BINS, GAIN, EnergyOf.FULL_BATCH);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "1.99, 0", "2, 0", "2.24, 0", "2.25, 1", "2.9, 3", "3, 3", "1e300, 3"})
  void thePiecesAtTheEndsHoldAllBeyondThem(double energy, int piece) {
    assertThat(new EnergyBins(2, 0.25, 4).indexOf(energy)).isEqualTo(piece);
  }

  @Test
  void energiesThatAreNoNumbersDoNotBreakIt() {
    EnergyBins bins = new EnergyBins(2, 0.25, 4);
    assertThat(bins.indexOf(Double.NaN)).isZero();
    assertThat(bins.indexOf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(bins.indexOf(Double.POSITIVE_INFINITY)).isEqualTo(3);
  }
}
