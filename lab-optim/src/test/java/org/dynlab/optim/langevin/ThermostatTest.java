package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;

/** Energy and friction of the rules with a velocity. */
class ThermostatTest {
  private static final Constant TEMPERATURE = new Constant(Gaussians.TEMPERATURE);
  private static final long N = Gaussians.EXAMPLES;
  private static final double PRIOR = Gaussians.PRECISION;
  private static final double KT = Gaussians.TEMPERATURE / N;
  private static final double RATE = 0.02;
  private static final double FRICTION = 0.02;

  private final UpdateRule sgnht = new Sgnht(new Constant(RATE), FRICTION, N, TEMPERATURE, PRIOR);

  /** The bowls with a gradient that is known up to white noise of that size only. */
  private static Walk.Loss noisy(Gaussians bowls, double deviation) {
    Stream random = new SeedTree(3).stream("gradient");
    return (point, gradient) -> {
      double loss = bowls.at(point, gradient);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += deviation * random.gaussian();
      }
      return loss;
    };
  }

  /** Running mean and variance of one number. */
  private static final class Spread {
    private double sum;
    private double squares;
    private long count;

    void add(double x) {
      sum += x;
      squares += x * x;
      count++;
    }

    double mean() {
      return sum / count;
    }

    double variance() {
      return squares / count - mean() * mean();
    }
  }

  private static double meanSquare(double[] v) {
    double sum = 0;
    for (double entry : v) {
      sum += entry * entry;
    }
    return sum / v.length;
  }

  @Test
  void theFrictionOfSgnhtSettlesWhereTheoryPutsIt() {
    Gaussians bowls = new Gaussians(20);
    Walk walk = new Walk(sgnht, bowls, bowls.start()).skip(20_000);
    double[] excess = walk.state().slots().get(1).values();
    Spread friction = new Spread();
    walk.go(400_000, (point, loss) -> friction.add(FRICTION + excess[0]));
    double meanCurvature = 3.5 / 3 + PRIOR / N;
    double expected = FRICTION * (1 + FRICTION / 2 + RATE * meanCurvature / 4);
    assertThat(friction.mean()).isCloseTo(expected, within(0.03 * expected));
    double variance = RATE * KT / 60;
    assertThat(friction.variance()).isCloseTo(variance, within(0.1 * variance));
  }

  @Test
  void theKineticEnergyOfSgnhtIsThatOfItsTemperature() {
    Gaussians bowls = new Gaussians(20);
    Walk walk = new Walk(sgnht, bowls, bowls.start()).skip(20_000);
    double[] velocity = walk.state().slots().get(0).values();
    Spread kinetic = new Spread();
    walk.go(200_000, (point, loss) -> kinetic.add(meanSquare(velocity)));
    assertThat(kinetic.mean()).isCloseTo(RATE * KT, within(0.001 * RATE * KT));
  }

  @Test
  void theKineticEnergyOfSghmcOnAPlainIsHigherByTheKnownShare() {
    double friction = 0.2;
    UpdateRule sghmc = new Sghmc(new Constant(RATE), friction, N, TEMPERATURE, 0);
    Walk walk = new Walk(sghmc, ThermostatTest::flat, new double[1000]).skip(100);
    double[] velocity = walk.state().slots().get(0).values();
    Spread kinetic = new Spread();
    walk.go(5000, (point, loss) -> kinetic.add(meanSquare(velocity)));
    double expected = RATE * KT / (1 - friction / 2);
    assertThat(kinetic.mean()).isCloseTo(expected, within(0.01 * expected));
  }

  @Test
  void theVelocityOfBaoabOnAPlainHasExactlyTheVarianceOfTheTemperature() {
    UpdateRule baoab = new UnderdampedLangevin(new Constant(1), 0.7, N, TEMPERATURE, 0);
    Walk walk = new Walk(baoab, ThermostatTest::flat, new double[1000]).skip(100);
    double[] velocity = walk.state().slots().get(0).values();
    Spread kinetic = new Spread();
    walk.go(5000, (point, loss) -> kinetic.add(meanSquare(velocity)));
    assertThat(kinetic.mean()).isCloseTo(KT, within(0.01 * KT));
  }

  private static double flat(double[] point, double[] gradient) {
    Arrays.fill(gradient, 0);
    return 0;
  }

  @Test
  void noisyGradientsHeatSghmcButNotSgnht() {
    double deviation = 0.17;
    double heat = RATE * deviation * deviation / (2 * KT);
    Gaussians bowls = new Gaussians(200);
    Gaussians.Moments adapted = new Gaussians.Moments();
    Walk walk = new Walk(sgnht, noisy(bowls, deviation), bowls.start()).skip(5000);
    walk.go(20_000, adapted);
    Gaussians.Moments heated = new Gaussians.Moments();
    UpdateRule sghmc = new Sghmc(new Constant(RATE), FRICTION, N, TEMPERATURE, PRIOR);
    new Walk(sghmc, noisy(bowls, deviation), bowls.start()).skip(5000).go(20_000, heated);
    double friction = FRICTION + walk.state().slots().get(1).values()[0];
    assertThat(friction).isCloseTo(FRICTION + heat, within(0.1 * (FRICTION + heat)));
    assertThat(heat / FRICTION).isGreaterThan(1);
    for (int k = 0; k < 3; k++) {
      assertThat(adapted.varianceRatio(k)).isCloseTo(1, within(0.04));
      double expected = 1 + heat / FRICTION;
      assertThat(heated.varianceRatio(k)).isCloseTo(expected, within(0.04 * expected));
    }
  }
}
