package org.dynlab.analysis.hmm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against sums and maxima over all K^T paths, densities by the formula with an explicit inverse.
 */
class BruteForceTest {
  private static final double CLOSE = 1e-10;

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void sumsOverAllPathsAreFound(Covariances kind) {
    SplittableRandom random = new SplittableRandom(kind.name().length());
    for (int problem = 0; problem < 60; problem++) {
      int states = 1 + random.nextInt(3);
      double forbidden = problem % 2 == 0 ? 0 : 0.4;
      GaussianHmm model = Simulation.model(kind, states, 1 + random.nextInt(2), forbidden, random);
      Sequences rows = Simulation.rows(model, random, 1 + random.nextInt(6));
      agrees(model, rows, new AllPaths(model, rows));
    }
  }

  private static void agrees(GaussianHmm model, Sequences rows, AllPaths all) {
    Path path = Viterbi.paths(model, rows).get(0);
    assertThat(path.logProbability()).isCloseTo(all.mostLogProbability, within(CLOSE));
    assertThat(path.states()).isEqualTo(all.likeliest);
    for (boolean fast : new boolean[] {true, false}) {
      Smoother smoother = new Smoother(model, Frames.of(rows), fast);
      assertThat(smoother.smooth(0)).isCloseTo(Math.log(all.total), within(CLOSE));
      for (int k = 0; k < model.states(); k++) {
        for (int t = 0; t < rows.length(0); t++) {
          double expected = all.visits[t][k] / all.total;
          assertThat(smoother.smoothed(t, k)).isCloseTo(expected, within(CLOSE));
        }
        for (int j = 0; j < model.states(); j++) {
          double expected = all.transitions[k][j] / all.total;
          assertThat(smoother.transitions(k, j)).isCloseTo(expected, within(CLOSE));
        }
      }
    }
  }

  private static final class AllPaths {
    private final GaussianHmm model;
    private final Sequences rows;
    private double total;
    private double mostLogProbability = Double.NEGATIVE_INFINITY;
    private int[] likeliest;
    private final double[][] visits;
    private final double[][] transitions;

    AllPaths(GaussianHmm model, Sequences rows) {
      this.model = model;
      this.rows = rows;
      visits = new double[rows.length(0)][model.states()];
      transitions = new double[model.states()][model.states()];
      extend(new int[rows.length(0)], 0, 1);
    }

    private void extend(int[] path, int t, double probability) {
      if (t == path.length) {
        count(path, probability);
        return;
      }
      for (int k = 0; k < model.states(); k++) {
        double move = t == 0 ? model.start(k) : model.transition(path[t - 1], k);
        path[t] = k;
        extend(path, t + 1, probability * move * density(t, k));
      }
    }

    private void count(int[] path, double probability) {
      total += probability;
      for (int t = 0; t < path.length; t++) {
        visits[t][path[t]] += probability;
        if (t > 0) {
          transitions[path[t - 1]][path[t]] += probability;
        }
      }
      if (Math.log(probability) > mostLogProbability) {
        mostLogProbability = Math.log(probability);
        likeliest = path.clone();
      }
    }

    private double density(int t, int k) {
      double x = rows.value(0, t, 0) - model.mean(k, 0);
      double a = model.covariance(k, 0, 0);
      if (model.width() == 1) {
        return Math.exp(-x * x / (2 * a)) / Math.sqrt(2 * Math.PI * a);
      }
      double y = rows.value(0, t, 1) - model.mean(k, 1);
      double b = model.covariance(k, 0, 1);
      double c = model.covariance(k, 1, 1);
      double determinant = a * c - b * b;
      double square = (c * x * x - 2 * b * x * y + a * y * y) / determinant;
      return Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
    }
  }
}
