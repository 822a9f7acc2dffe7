package org.dynlab.analysis.hmm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmootherTest {

  /**
   * Likelihoods to 1e-12 of themselves, probabilities to 1e-12, transitions to 1e-11 a row: the
   * logarithms that the latter are made of lose as many digits as the likelihood has before its
   * point.
   */
  private static void agree(GaussianHmm model, Sequences rows) {
    Frames frames = Frames.of(rows);
    Smoother fast = new Smoother(model, frames);
    Smoother slow = new Smoother(model, frames, false);
    for (int run = 0; run < rows.count(); run++) {
      double expected = slow.smooth(run);
      assertThat(fast.smooth(run)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      for (int k = 0; k < model.states(); k++) {
        for (int t = 0; t < rows.length(run); t++) {
          assertThat(fast.smoothed(t, k)).isCloseTo(slow.smoothed(t, k), within(1e-12));
          assertThat(fast.filtered(t, k)).isCloseTo(slow.filtered(t, k), within(1e-12));
        }
        for (int j = 0; j < model.states(); j++) {
          double count = slow.transitions(k, j);
          assertThat(fast.transitions(k, j)).isCloseTo(count, within(1e-11 * rows.rows()));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void scaledRecursionsAgreeWithLogarithms(Covariances kind) {
    SplittableRandom random = new SplittableRandom(3);
    for (int problem = 0; problem < 10; problem++) {
      int states = 1 + random.nextInt(6);
      GaussianHmm model = Simulation.model(kind, states, 3, 0.3, random);
      agree(model, Simulation.rows(model, random, 200, 1, 57, 300));
    }
  }

  /**
   * Two states that can be left but not entered again: rows that speak for the second state by far
   * more than 1e308 come before a longer stretch that speaks for the first.
   */
  private static Sequences surprise(int length) {
    double[][] rows = new double[length][1];
    for (int t = 0; t < length; t++) {
      rows[t][0] = t < 3 ? 40 : 0;
    }
    return new Sequences.Builder(List.of("x")).add("run", rows).build();
  }

  private static GaussianHmm oneWay() {
    return GaussianHmm.of(
        Covariances.SPHERICAL,
        new double[] {0.5, 0.5},
        new double[] {1, 0, 0, 1},
        new double[] {0, 40},
        new double[] {1, 1});
  }

  @Test
  void whatUnderflowsAndMattersLaterIsNotLost() {
    Sequences rows = surprise(10);
    Smoother smoother = new Smoother(oneWay(), Frames.of(rows));
    double likelihood = smoother.smooth(0);
    double expected = Math.log(0.5) - 5 * Math.log(2 * Math.PI) - 3 * 800;
    assertThat(likelihood).isCloseTo(expected, within(1e-9));
    assertThat(smoother.smoothed(0, 0)).isEqualTo(1);
    assertThat(smoother.fallbacks()).isEqualTo(1);
    agree(oneWay(), rows);
  }

  /** The same with rows that are each harmless: 0.2 from the middle, exp(−8) in favour. */
  @Test
  void lossesThatAddUpSlowlyAreNoticedToo() {
    double[][] rows = new double[400][1];
    for (int t = 0; t < rows.length; t++) {
      rows[t][0] = t < 120 ? 20.2 : 19.7;
    }
    Sequences slow = new Sequences.Builder(List.of("x")).add("run", rows).build();
    Smoother smoother = new Smoother(oneWay(), Frames.of(slow));
    smoother.smooth(0);
    assertThat(smoother.fallbacks()).isEqualTo(1);
    assertThat(smoother.smoothed(0, 0)).isEqualTo(1);
    agree(oneWay(), slow);
  }

  @Test
  void farFromAllStatesTheLikelihoodIsStillFinite() {
    Sequences far =
        new Sequences.Builder(List.of("x")).add("run", new double[][] {{1e150}}).build();
    Score score = Score.of(oneWay(), far);
    assertThat(score.logLikelihood()).isLessThan(-1e299);
    assertThat(score.logLikelihood()).isGreaterThan(Double.NEGATIVE_INFINITY);
  }

  @Test
  void rowsThatNoPathAllowsHaveNoLikelihood() {
    GaussianHmm wall =
        GaussianHmm.of(
            Covariances.SPHERICAL,
            new double[] {1, 0},
            new double[] {1, 0, 0, 1},
            new double[] {0, 0},
            new double[] {1, 1});
    Sequences rows =
        new Sequences.Builder(List.of("x")).add("run", new double[][] {{1e200}}).build();
    assertThat(Score.of(wall, rows).logLikelihood()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void otherColumnsAreRefused() {
    Sequences two =
        new Sequences.Builder(List.of("x", "y")).add("run", new double[][] {{1, 2}}).build();
    assertThatThrownBy(() -> new Smoother(oneWay(), Frames.of(two))).hasMessage("1 columns, got 2");
  }
}
