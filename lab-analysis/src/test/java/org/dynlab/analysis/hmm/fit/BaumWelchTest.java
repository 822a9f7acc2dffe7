package org.dynlab.analysis.hmm.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Precisions;
import org.dynlab.analysis.hmm.model.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaumWelchTest {

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void oneIterationIsWhatTheFormulasSay(Covariances kind) {
    SplittableRandom random = new SplittableRandom(5);
    for (int problem = 0; problem < 10; problem++) {
      GaussianHmm truth = Simulation.model(kind, 3, 3, 0, random);
      Sequences rows = Simulation.rows(truth, random, 140, 1, 60);
      GaussianHmm old = Simulation.model(kind, 3, 3, 0.3, random);
      GaussianHmm model = new BaumWelch(1, 0, true).fit(old, Frames.of(rows)).model();
      SlowBaumWelch slow = new SlowBaumWelch(old, rows);
      for (int k = 0; k < 3; k++) {
        assertThat(model.start(k)).isCloseTo(slow.start(k), within(1e-11));
        for (int i = 0; i < 3; i++) {
          assertThat(model.mean(k, i)).isCloseTo(slow.mean(k, i), within(1e-11));
          assertThat(model.covariance(k, i, 2)).isCloseTo(slow.covariance(k, i, 2), within(1e-10));
          assertThat(model.transition(k, i) == 0).isEqualTo(old.transition(k, i) == 0);
        }
      }
    }
  }

  /** Rows far from zero lose nothing: moments are taken around their mean. */
  @Test
  void anOffsetOfTheRowsIsAnOffsetOfTheMeans() {
    SplittableRandom random = new SplittableRandom(6);
    GaussianHmm truth = Simulation.model(Covariances.FULL, 2, 2, 0, random);
    Sequences rows = Simulation.rows(truth, random, 200);
    double[][] shifted = new double[200][2];
    for (int t = 0; t < 200; t++) {
      shifted[t] = new double[] {rows.value(0, t, 0) + 1e6, rows.value(0, t, 1) - 1e6};
    }
    Sequences far = new Sequences.Builder(rows.columns()).add("run0", shifted).build();
    double[] means = truth.allMeans();
    for (int i = 0; i < means.length; i++) {
      means[i] += i % 2 == 0 ? 1e6 : -1e6;
    }
    GaussianHmm start =
        GaussianHmm.of(
            Covariances.FULL,
            truth.startProbabilities(),
            truth.transitionProbabilities(),
            means,
            truth.allCovariances());
    GaussianHmm near = BaumWelch.STANDARD.fit(truth, Frames.of(rows)).model();
    GaussianHmm there = BaumWelch.STANDARD.fit(start, Frames.of(far)).model();
    assertThat(there.covariance(1, 0, 1)).isCloseTo(near.covariance(1, 0, 1), within(1e-7));
    assertThat(there.mean(0, 1) + 1e6).isCloseTo(near.mean(0, 1), within(1e-7));
  }

  /**
   * A thousand problems, with an objective computed here. Where a state has so few rows that its
   * matrix is singular there is no objective to compare.
   */
  @ParameterizedTest
  @EnumSource(Covariances.class)
  void theObjectiveNeverFalls(Covariances kind) {
    SplittableRandom random = new SplittableRandom(7);
    int compared = 0;
    for (int problem = 0; problem < 250; problem++) {
      GaussianHmm truth = Simulation.model(kind, 1 + random.nextInt(3), 2, 0.2, random);
      Sequences rows = Simulation.rows(truth, random, 30 + random.nextInt(30), 20);
      GaussianHmm model = new Start(kind, 1).draw(Points.of(rows), 1 + random.nextInt(4), problem);
      double before = objective(model, rows);
      for (int iteration = 0; iteration < 25; iteration++) {
        model = new BaumWelch(1, 0, true).fit(model, Frames.of(rows)).model();
        double after = objective(model, rows);
        if (!Double.isNaN(before) && !Double.isNaN(after)) {
          assertThat(after).isGreaterThanOrEqualTo(before - 1e-9 * Math.abs(before));
          compared++;
        }
        before = after;
      }
    }
    assertThat(compared).isGreaterThan(250 * 20);
  }

  private static double objective(GaussianHmm model, Sequences rows) {
    return Precisions.of(model).ridged()
        ? Double.NaN
        : Score.of(model, rows).logLikelihood() - SlowBaumWelch.penalty(model);
  }

  /** From the likeliest normal distribution on, the prior widens it. */
  @Test
  void theLikelihoodMayFallWhileTheObjectiveRises() {
    Sequences rows =
        new Sequences.Builder(List.of("x"))
            .add("run", new double[][] {{-0.1}, {0.1}, {-0.1}, {0.1}})
            .build();
    GaussianHmm likeliest =
        GaussianHmm.of(
            Covariances.DIAGONAL,
            new double[] {1},
            new double[] {1},
            new double[] {0},
            new double[] {0.01});
    Fit fit = new BaumWelch(10, 0.01, true).fit(likeliest, Frames.of(rows));
    assertThat(fit.iterations()).isEqualTo(2);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.model().covariance(0, 0, 0)).isCloseTo(0.05 / 4, within(1e-15));
    assertThat(fit.logLikelihoods().get(1)).isLessThan(fit.logLikelihoods().get(0) - 0.01);
    assertThat(fit.objectives().get(1)).isGreaterThan(fit.objectives().get(0) + 0.01);
    double log = fit.logLikelihoods().get(0);
    assertThat(fit.objectives().get(0)).isCloseTo(log - 0.005 / 0.01, within(1e-12));
  }

  @Test
  void aFallOfTheObjectiveIsAnError() {
    Sequences rows = new Sequences.Builder(List.of("x")).add("run", new double[][] {{1}}).build();
    Precisions one =
        Precisions.of(
            GaussianHmm.of(
                Covariances.FULL,
                new double[] {1},
                new double[] {1},
                new double[] {0},
                new double[] {1}));
    Ascent ascent = new Ascent(Frames.of(rows), List.of());
    ascent.next(-5, one);
    ascent.maximized(List.of());
    ascent.next(-5 - 1e-12, one);
    ascent.maximized(List.of(new Repair(Repair.Kind.FEW_ROWS, 2, 0)));
    ascent.next(-6, one);
    ascent.maximized(List.of());
    assertThatThrownBy(() -> ascent.next(-6.5, one))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("iteration 4: the objective of Baum-Welch must not fall, got -6.5");
  }

  @Test
  void theSameStartGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(9);
    GaussianHmm truth = Simulation.model(Covariances.FULL, 3, 4, 0, random);
    Sequences rows = Simulation.rows(truth, random, 300, 200);
    GaussianHmm start = new Start(Covariances.FULL, 1).draw(Points.of(rows), 3, 4);
    assertThat(new Start(Covariances.FULL, 1).draw(Points.of(rows), 3, 4)).isEqualTo(start);
    Fit fit = BaumWelch.STANDARD.fit(start, Frames.of(rows));
    assertThat(BaumWelch.STANDARD.fit(start, Frames.of(rows))).isEqualTo(fit);
  }

  @Test
  void aFitThatPausedEndsAsOneThatDidNot() {
    SplittableRandom random = new SplittableRandom(5);
    GaussianHmm truth = Simulation.model(Covariances.FULL, 3, 2, 0.2, random);
    Sequences rows = Simulation.rows(truth, random, 60, 40);
    Frames frames = Frames.of(rows);
    GaussianHmm start = new Start(Covariances.FULL, 1).draw(Points.of(rows), 3, 1);
    BaumWelch whole = new BaumWelch(30, 0.01, true);
    Fit fit = whole.fit(start, frames);
    assertThat(fit.iterations()).isGreaterThan(9);
    for (int pause : new int[] {0, 1, 9, 30}) {
      Fit begun = whole.withIterations(pause).fit(start, frames);
      assertThat(whole.further(begun, frames)).isEqualTo(fit);
    }
  }

  @Test
  void noIterationLeavesTheStart() {
    GaussianHmm start = Simulation.model(Covariances.TIED, 2, 2, 0, new SplittableRandom(1));
    Sequences rows = Simulation.rows(start, new SplittableRandom(2), 10);
    Fit fit = new BaumWelch(0, 0.01, true).fit(start, Frames.of(rows));
    assertThat(fit.model()).isEqualTo(start);
    assertThat(fit.iterations()).isZero();
  }
}
