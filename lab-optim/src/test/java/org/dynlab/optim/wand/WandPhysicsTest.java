package org.dynlab.optim.wand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dynamics must do as a whole, on losses whose answer is known. */
class WandPhysicsTest {
  private static final SeedTree SEEDS = new SeedTree(5);

  /** L = mean of θ²: ln L at the parameters, and g = 2θ/n. */
  private static double loss(double[] theta, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < theta.length; i++) {
      sum += theta[i] * theta[i];
      gradient[i] = 2 * theta[i] / theta.length;
    }
    return sum / theta.length;
  }

  private static void step(RuleState state, double[] theta, long number) {
    double[] update = new double[theta.length];
    double loss = loss(theta, update);
    state.rewrite(update, new Wands.Step(number, loss));
    for (int i = 0; i < theta.length; i++) {
      theta[i] += update[i];
    }
  }

  @Test
  void withoutFrictionAndNoiseTheEnergyStaysBounded() {
    double bias = 0.5;
    Wand rule = Wands.of(1e-3, 0, 0.5, bias, Wands.NO_HISTOGRAM);
    double[] theta = {1, -0.5, 2};
    double[] v = new double[3];
    Velocity velocity = new Velocity(v, 0, rule.timeStep(), SEEDS.noise("none"));
    double[] gradient = new double[3];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int t = 1; t <= 200_000; t++) {
      double loss = loss(theta, gradient);
      double x = Math.log(loss);
      double kinetic = 0.5 * Arrays.stream(v).map(a -> a * a).sum();
      double energy = kinetic + bias * Math.pow(Math.max(0, x + 8), 2);
      least = Math.min(least, energy);
      most = Math.max(most, energy);
      velocity.step(gradient, -rule.biasSlope(x, t) / loss * rule.timeStep(), 0, t);
      for (int i = 0; i < 3; i++) {
        theta[i] += gradient[i];
      }
    }
    assertThat(most / least).isBetween(1.0, 1.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -8})
  void aColdRunEndsAtTheFloor(double floor) {
    Wand rule =
        Wands.withLimits(
            Wands.withCooling(
                Wands.of(3e-3, 0, 0.5, 3e3, Wands.NO_HISTOGRAM), floor, Optional.empty()),
            Optional.empty(),
            Optional.of(0.05));
    double[] theta = new double[1000];
    SEEDS.noise("start").fill(0, theta);
    RuleState state = rule.begin(Wands.layout(theta.length), SEEDS);
    for (int t = 1; t <= 10_000; t++) {
      step(state, theta, t);
    }
    double x = Math.log(loss(theta, new double[theta.length]));
    assertThat(x).isBetween(floor - 0.1, floor + 0.5);
  }

  /** S = 2β(ln L - L0)² / 2 with x = θ: a Gaussian of variance kT / 2β. */
  @Test
  void theStationaryDensityIsThatOfBoltzmannInThePotentialOfTheBias() {
    double bias = 2;
    double temperature = 0.6;
    int walkers = 2000;
    double[] theta = new double[walkers];
    double[] v = new double[walkers];
    Velocity.maxwell(SEEDS.noise("v"), temperature, v);
    double timeStep = 0.05;
    Velocity velocity = new Velocity(v, 0.02, timeStep, SEEDS.noise("thermostat"));
    int[] histogram = new int[9];
    double width = Math.sqrt(temperature / (2 * bias));
    long count = 0;
    for (int t = 1; t <= 4000; t++) {
      double[] update = theta.clone();
      velocity.step(update, -2 * bias * timeStep, temperature, t);
      for (int i = 0; i < walkers; i++) {
        theta[i] += update[i];
        if (t > 1000 && t % 10 == 0) {
          count++;
          histogram[(int) Math.max(0, Math.min(8, Math.floor(theta[i] / width * 2 + 4.5)))]++;
        }
      }
    }
    // Φ at the edges -1.75, -1.25, ... of half-width bins.
    double[] shares = {0.04006, 0.06559, 0.12094, 0.17467, 0.19741};
    for (int k = 0; k < 9; k++) {
      double expected = shares[Math.min(k, 8 - k)];
      assertThat((double) histogram[k] / count).isCloseTo(expected, within(0.03 * expected));
    }
  }

  private static final double ROUND = 0.1;

  /**
   * The whole rule on L = 0.1 + θ₁² + θ₂² without histogram: θ is visited as exp(-β(ln L -
   * L0)²₊/kT) says, so that r² has that density itself (its area grows evenly), and ln L and r²
   * have the means that quadrature gives. (At a step of 0.05 the mean of r² was 4 % too small.)
   */
  @Test
  void theStationaryDensityIsThatOfBoltzmannInTheLogarithmOfTheLoss() {
    double bias = 2;
    double target = -1.5;
    double temperature = 0.5;
    Wand rule =
        Wands.withCooling(
            Wands.of(0.02, temperature, 0.1, bias, Wands.NO_HISTOGRAM), target, Optional.empty());
    RuleState state = rule.begin(Wands.layout(2), SEEDS);
    double[] theta = {0.3, 0.3};
    double[] update = new double[2];
    double[] sums = new double[3];
    long steps = 1_500_000;
    for (long t = 1; t <= steps; t++) {
      double square = theta[0] * theta[0] + theta[1] * theta[1];
      double x = Math.log(ROUND + square);
      sums[0] += x;
      sums[1] += x * x;
      sums[2] += square;
      update[0] = 2 * theta[0];
      update[1] = 2 * theta[1];
      state.rewrite(update, new Wands.Step(t, ROUND + square));
      theta[0] += update[0];
      theta[1] += update[1];
    }
    double[] exact = boltzmann(bias, target, temperature);
    for (int k = 0; k < 3; k++) {
      assertThat(sums[k] / steps).isCloseTo(exact[k], within(0.03 * Math.abs(exact[k])));
    }
  }

  /** Means of x, x² and r² by the midpoint rule in r². */
  private static double[] boltzmann(double bias, double target, double temperature) {
    double width = 1e-4;
    double total = 0;
    double[] sums = new double[3];
    for (double square = width / 2; square < 200; square += width) {
      double x = Math.log(ROUND + square);
      double weight = Math.exp(-bias * Math.pow(Math.max(0, x - target), 2) / temperature);
      total += weight;
      sums[0] += weight * x;
      sums[1] += weight * x * x;
      sums[2] += weight * square;
    }
    for (int k = 0; k < 3; k++) {
      sums[k] /= total;
    }
    return sums;
  }

  /**
   * x = ln of the mean square of n parameters: the volume at x grows as exp(nx/2), so the entropy
   * has slope n/2 and the histogram, flat visits being where kT S' balances it, n/2 · kT.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void theHistogramFindsTheEntropyOfABall(double temperature) {
    int n = 8;
    WangLandau shape = new WangLandau(2, 300, 0.02, 5, 4, -3, 0);
    Wand rule =
        new Wand(
            0.02,
            new Constant(temperature),
            0.2,
            -0.5,
            Optional.empty(),
            40,
            shape,
            Optional.of(-2.5),
            Optional.empty(),
            Energy.FULL_BATCH,
            true);
    RuleState state = rule.begin(Wands.layout(n), SEEDS);
    double[] theta = new double[n];
    Arrays.fill(theta, Math.exp(-0.5));
    for (int t = 1; t <= 400_000; t++) {
      step(state, theta, t);
    }
    double[] entropy = state.slots().get(1).values();
    int low = shape.reach() + (int) Math.round((-2.2 - shape.from()) / 0.02);
    int high = shape.reach() + (int) Math.round((-0.8 - shape.from()) / 0.02);
    double slope = (entropy[high] - entropy[low]) / ((high - low) * 0.02);
    assertThat(slope).isCloseTo(n / 2.0 * temperature, within(0.08 * n / 2 * temperature));
  }
}
