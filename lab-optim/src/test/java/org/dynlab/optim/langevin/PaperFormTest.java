package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.descent.Momentum;
import org.dynlab.optim.descent.Sgd;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each sampler against a slow second implementation in its paper's own variables: the gradient of U
 * = N·L + ½λ‖θ‖², the paper's step, and the same noise.
 */
class PaperFormTest {
  private static final int STEPS = 40;
  private static final long N = 30;
  private static final double PRIOR = 4;
  private static final double ETA = 0.05;
  private static final int SIZE = Trajectory.LAYOUT.size();

  private static Constant c(double value) {
    return new Constant(value);
  }

  private static double[][] follow(UpdateRule rule) {
    return Trajectory.follow(rule, Trajectory.start(), Trajectory.gradients(STEPS));
  }

  private static double[] slope(int t, double[] theta) {
    double[] slope = Trajectory.gradients(STEPS)[t].clone();
    Arrays.setAll(slope, i -> N * slope[i] + PRIOR * theta[i]);
    return slope;
  }

  private static double[] noise(String name, int t) {
    double[] noise = new double[SIZE];
    Trajectory.SEEDS.noise(name).fill(t + 1, noise);
    return noise;
  }

  private static void same(double[][] actual, double[][] expected) {
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < SIZE; i++) {
        double size = 1e-12 * (1 + Math.abs(expected[t][i]));
        assertThat(actual[t][i])
            .as("parameter %s after update %s", i, t + 1)
            .isCloseTo(expected[t][i], Offset.offset(size));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void sgldOfWellingAndTeh(double temperature) {
    double epsilon = 2 * ETA / N;
    double[] theta = Trajectory.start();
    double[][] expected = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      double[] slope = slope(t, theta);
      double[] xi = noise("sgld", t);
      for (int i = 0; i < SIZE; i++) {
        theta[i] += -epsilon / 2 * slope[i] + Math.sqrt(epsilon * temperature) * xi[i];
      }
      expected[t] = theta.clone();
    }
    same(follow(new Sgld(c(ETA), N, c(temperature), PRIOR)), expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void psgldOfLiAndOthers(double temperature) {
    double epsilon = 2 * ETA / N;
    double[] theta = Trajectory.start();
    double[][] expected = new double[STEPS][];
    double[][] gradients = Trajectory.gradients(STEPS);
    for (int t = 0; t < STEPS; t++) {
      double[] slope = slope(t, theta);
      double[] xi = noise("psgld", t);
      for (int i = 0; i < SIZE; i++) {
        double v = 0;
        for (int s = 0; s <= t; s++) {
          v += 0.1 * Math.pow(0.9, t - s) * gradients[s][i] * gradients[s][i];
        }
        double g = 1 / (1e-3 + Math.sqrt(v));
        theta[i] += -epsilon / 2 * g * slope[i] + Math.sqrt(epsilon * temperature * g) * xi[i];
      }
      expected[t] = theta.clone();
    }
    same(follow(new Psgld(c(ETA), N, c(temperature), PRIOR, 0.9, 1e-3)), expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void sghmcOfChenFoxAndGuestrin(double temperature) {
    double eta = ETA / N;
    double alpha = 0.2;
    double[] theta = Trajectory.start();
    double[] v = new double[SIZE];
    double[][] expected = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      double[] slope = slope(t, theta);
      double[] xi = noise("sghmc", t);
      for (int i = 0; i < SIZE; i++) {
        double kick = Math.sqrt(2 * alpha * eta * temperature) * xi[i];
        v[i] = (1 - alpha) * v[i] - eta * slope[i] + kick;
        theta[i] += v[i];
      }
      expected[t] = theta.clone();
    }
    same(follow(new Sghmc(c(ETA), alpha, N, c(temperature), PRIOR)), expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void sgnhtOfDingAndOthers(double temperature) {
    double h = Math.sqrt(ETA / N);
    double a = 0.1 / h;
    double friction = a;
    double[] theta = Trajectory.start();
    double[] p = new double[SIZE];
    double[][] expected = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      double[] slope = slope(t, theta);
      double[] xi = noise("sgnht", t);
      double kinetic = 0;
      for (int i = 0; i < SIZE; i++) {
        double kick = Math.sqrt(2 * a * temperature * h) * xi[i];
        p[i] += -friction * p[i] * h - slope[i] * h + kick;
        theta[i] += p[i] * h;
        kinetic += p[i] * p[i] / SIZE;
      }
      friction += (kinetic - temperature) * h;
      expected[t] = theta.clone();
    }
    same(follow(new Sgnht(c(ETA), 0.1, N, c(temperature), PRIOR)), expected);
  }

  /** Five letters, two gradients per step, momenta at the ends of steps. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void baoabOfLeimkuhlerAndMatthews(double temperature) {
    double timeStep = 0.3;
    double h = timeStep / Math.sqrt(N);
    double gamma = -Math.log(1 - 0.25) / h;
    double kept = Math.exp(-gamma * h);
    double[] theta = Trajectory.start();
    double[] p = new double[SIZE];
    double[][] expected = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      double[] before = slope(t, theta);
      double[] xi = noise("underdampedLangevin", t);
      for (int i = 0; i < SIZE; i++) {
        p[i] -= h / 2 * before[i];
        theta[i] += h / 2 * p[i];
        p[i] = kept * p[i] + Math.sqrt(temperature * (1 - kept * kept)) * xi[i];
        theta[i] += h / 2 * p[i];
      }
      expected[t] = theta.clone();
      double[] after = slope(Math.min(t + 1, STEPS - 1), theta);
      for (int i = 0; i < SIZE; i++) {
        p[i] -= h / 2 * after[i];
      }
    }
    same(follow(new UnderdampedLangevin(c(timeStep), 0.25, N, c(temperature), PRIOR)), expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void contourSgldOfDengLinAndLiang(double temperature) {
    double epsilon = ETA / N;
    double zeta = 0.8;
    int pieces = 8;
    double pieceOfU = N * 0.1;
    double[] w = new double[pieces];
    Arrays.fill(w, 1.0 / pieces);
    boolean[] seen = new boolean[pieces];
    double[] theta = Trajectory.start();
    double[][] expected = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      int here = pieceOf(t, theta, pieces);
      seen[here] = true;
      learn(w, here, zeta, t + 1);
      double rise = Math.log(w[here]) - Math.log(w[Math.max(0, here - 1)]);
      double multiplier = 1 + zeta * temperature * rise / pieceOfU;
      if (here == pieces - 1) {
        multiplier = Math.max(1, multiplier);
      }
      double[] slope = slope(t, theta);
      double[] xi = noise("contourSgld", t);
      for (int i = 0; i < SIZE; i++) {
        double kick = Math.sqrt(2 * epsilon * temperature) * xi[i];
        theta[i] += -epsilon * multiplier * slope[i] + kick;
      }
      expected[t] = theta.clone();
    }
    assertThat(seen).contains(true, true, true);
    EnergyBins bins = new EnergyBins(1.6, 0.1, pieces);
    same(
        follow(
            new ContourSgld(
                c(ETA), N, c(temperature), PRIOR, zeta, bins, c(0.09), EnergyOf.FULL_BATCH)),
        expected);
  }

  /** By walking up the edges, in units of U. */
  private static int pieceOf(int t, double[] theta, int pieces) {
    double energy = N * new Trajectory.Step(t + 1, theta).loss();
    for (double x : theta) {
      energy += PRIOR / 2 * x * x;
    }
    int here = 0;
    while (here < pieces - 1 && energy >= N * (1.6 + (here + 1) * 0.1)) {
      here++;
    }
    return here;
  }

  private static void learn(double[] w, int here, double zeta, int number) {
    double gain = Math.min(0.09, 10 / (Math.pow(number, 0.8) + 100)) * Math.pow(w[here], zeta);
    for (int i = 0; i < w.length; i++) {
      w[i] += gain * ((i == here ? 1 : 0) - w[i]);
    }
  }

  @Test
  void sgldAtTemperatureZeroIsGradientDescent() {
    assertThat(follow(new Sgld(c(ETA), N, c(0), PRIOR)))
        .isDeepEqualTo(follow(new Sgd(c(ETA), PRIOR / N, DecayOn.ALL)));
  }

  @Test
  void sghmcAtTemperatureZeroIsMomentum() {
    same(
        follow(new Sghmc(c(ETA), 0.1, N, c(0), PRIOR)),
        follow(new Momentum(c(ETA), 0.9, false, PRIOR / N, DecayOn.ALL)));
  }

  @Test
  void onlyTheRatioOfTemperatureAndExamplesCounts() {
    same(follow(new Sgld(c(ETA), 40, c(2), 0)), follow(new Sgld(c(ETA), 1, c(0.05), 0)));
    same(
        follow(new Sgnht(c(ETA), 0.1, 40, c(2), 0)), follow(new Sgnht(c(ETA), 0.1, 1, c(0.05), 0)));
  }
}
