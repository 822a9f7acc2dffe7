package org.dynlab.analysis.hmm.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.Repair.Kind;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a maximisation has no answer. */
class GuardsTest {

  private static Sequences rows(double... values) {
    double[][] rows = new double[values.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = new double[] {values[t], 0.5 * values[t]};
    }
    return new Sequences.Builder(List.of("x", "y")).add("run", rows).build();
  }

  private static GaussianHmm twoStates(
      Covariances kind, double[] start, double[] transitions, double second) {
    double[] unit =
        switch (kind) {
          case FULL -> new double[] {1, 0, 0, 1, 1, 0, 0, 1};
          case TIED -> new double[] {1, 0, 0, 1};
          case DIAGONAL -> new double[] {1, 1, 1, 1};
          case SPHERICAL -> new double[] {1, 1};
        };
    return GaussianHmm.of(kind, start, transitions, new double[] {0, 0, second, second}, unit);
  }

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void aStateThatExplainsNothingKeepsItsPlace(Covariances kind) {
    GaussianHmm start = twoStates(kind, new double[] {1, 0}, new double[] {1, 0, 0.5, 0.5}, 2);
    Fit fit = new BaumWelch(2, -1, true).fit(start, Frames.of(rows(-1, 0.5, 1, 0.2)));
    assertThat(fit.repairs())
        .contains(
            new Repair(Kind.DEAD_STATE, 1, 1),
            new Repair(Kind.NO_TRANSITION, 1, 1),
            new Repair(Kind.DEAD_STATE, 2, 1));
    assertThat(fit.model().mean(1, 0)).isCloseTo(2, within(1e-15));
    assertThat(fit.model().transition(1, 0)).isEqualTo(0.5);
    assertThat(new Repair(Kind.DEAD_STATE, 2, 1).text())
        .isEqualTo("dead state, state 1, iteration 2");
    if (kind != Covariances.TIED) {
      assertThat(fit.model().covariance(1, 0, 0)).isEqualTo(1);
    }
  }

  /** State 1 explains the last row alone: it is never left. */
  @Test
  void aRowOfTransitionsWithoutExpectationStays() {
    GaussianHmm start =
        twoStates(
            Covariances.DIAGONAL, new double[] {1, 0}, new double[] {0.5, 0.5, 0.2, 0.8}, 500);
    Fit fit = new BaumWelch(1, 0, true).fit(start, Frames.of(rows(0, 1, 0, 500)));
    assertThat(fit.repairs()).containsExactly(new Repair(Kind.NO_TRANSITION, 1, 1));
    assertThat(fit.model().transition(1, 1)).isEqualTo(0.8);
    assertThat(fit.model().mean(1, 0)).isCloseTo(500, within(1e-9));
  }

  /** y = x/2: with the prior the matrix has rank 2, without a second row in a state rank 1. */
  @Test
  void aSingularMatrixGetsARidgeForItsDensity() {
    GaussianHmm start =
        twoStates(Covariances.FULL, new double[] {1, 0}, new double[] {0.5, 0.5, 0.5, 0.5}, 500);
    Fit fit = new BaumWelch(6, -1, true).fit(start, Frames.of(rows(0, 1, 0, 500)));
    assertThat(fit.model().covariance(1, 0, 1)).isCloseTo(0.01, within(1e-9));
    assertThat(fit.logLikelihoods()).allMatch(Double::isFinite).hasSize(6);
  }

  /**
   * Weights around 1e-60 make 0.01/weight so large that a ridge of 1e-7 is lost in it; rounding
   * decides for which of the states the matrix has a factor all the same.
   */
  @Test
  void aMatrixThatNoRidgeSavesIsNotTaken() {
    int states = 12;
    double[] start = new double[states];
    double[] transitions = new double[states * states];
    double[] means = new double[2 * states];
    double[] covariances = new double[4 * states];
    for (int k = 0; k < states; k++) {
      start[k] = k == 0 ? 1 : 0;
      means[2 * k] = k == 0 ? 0 : 10 + 0.3 * k;
      covariances[4 * k] = 1;
      covariances[4 * k + 3] = 1;
    }
    Arrays.fill(transitions, 1.0 / states);
    GaussianHmm model = GaussianHmm.of(Covariances.FULL, start, transitions, means, covariances);
    Fit fit = new BaumWelch(1, 0, true).fit(model, Frames.of(rows(0, 0.1, -0.1, 0.05)));
    assertThat(fit.repairs()).isNotEmpty();
    for (Repair repair : fit.repairs()) {
      assertThat(repair.kind()).isEqualTo(Kind.SINGULAR_COVARIANCE);
      assertThat(fit.model().covariance(repair.state(), 0, 0)).isEqualTo(1);
      assertThat(fit.model().mean(repair.state(), 0)).isLessThan(1);
    }
  }

  @Test
  void variancesOfFewRowsAreDividedByTheFloorOfHmmlearn() {
    GaussianHmm start =
        twoStates(Covariances.DIAGONAL, new double[] {1, 0}, new double[] {0.5, 0.5, 0.5, 0.5}, 12);
    Fit fit = new BaumWelch(4, -1e9, true).fit(start, Frames.of(rows(0, 0.1, -0.1, 0.05)));
    assertThat(fit.repairs()).contains(new Repair(Kind.FEW_ROWS, 1, 1));
    assertThat(fit.logLikelihoods()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void oneStateAndOneRowAreEnough(Covariances kind) {
    Sequences one = rows(3);
    GaussianHmm start = new Start(kind, 1).draw(Points.of(one), 1, 5);
    Fit fit = BaumWelch.STANDARD.fit(start, Frames.of(one));
    assertThat(fit.model().mean(0, 0)).isEqualTo(3);
    assertThat(fit.model().start(0)).isEqualTo(1);
    assertThat(fit.model().transition(0, 0)).isEqualTo(1);
    assertThat(fit.model().covariance(0, 0, 0)).isEqualTo(0.01);
  }

  @Test
  void sequencesOfOneRowTellStartsButNoTransitions() {
    SplittableRandom random = new SplittableRandom(1);
    GaussianHmm truth = Simulation.model(Covariances.DIAGONAL, 2, 2, 0, random);
    Sequences rows = Simulation.rows(truth, random, 1, 1, 1, 1, 1, 1, 1, 1);
    Fit fit = new BaumWelch(1, 0, true).fit(truth, Frames.of(rows));
    assertThat(fit.repairs())
        .containsExactly(
            new Repair(Kind.NO_TRANSITION, 1, 0), new Repair(Kind.NO_TRANSITION, 1, 1));
    assertThat(fit.model().start(0) + fit.model().start(1)).isCloseTo(1, within(1e-15));
  }

  @Test
  void rowsBeyondAllNumbersAreTheUsersError() {
    GaussianHmm start =
        twoStates(Covariances.SPHERICAL, new double[] {1, 0}, new double[] {1, 0, 0, 1}, 1);
    assertThatThrownBy(() -> BaumWelch.STANDARD.fit(start, Frames.of(rows(1e200, -1e200))))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("sequence 0: must be possible under the model, got log-likelihood");
  }
}
