package org.dynlab.analysis.hmm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianHmmTest {

  /** Full and diagonal as in arXiv 2308.09543; the others counted by hand. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 3, 365", "FULL, 4, 491", "FULL, 5, 619", "FULL, 6, 749",
    "DIAGONAL, 3, 92", "DIAGONAL, 4, 127", "DIAGONAL, 5, 164", "DIAGONAL, 6, 203",
    "TIED, 3, 155", "SPHERICAL, 3, 53"
  })
  void freeParametersAreCounted(Covariances kind, int states, int parameters) {
    GaussianHmm model = Simulation.model(kind, states, 14, 0, new SplittableRandom(1));
    assertThat(model.parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @EnumSource(Covariances.class)
  void theOrderOfStatesDoesNotMatter(Covariances kind) {
    SplittableRandom random = new SplittableRandom(2);
    GaussianHmm model = Simulation.model(kind, 3, 2, 0, random);
    Sequences rows = Simulation.rows(model, random, 50, 20);
    GaussianHmm turned = model.reordered(new int[] {2, 0, 1});
    assertThat(turned.mean(0, 1)).isEqualTo(model.mean(2, 1));
    assertThat(turned.transition(0, 2)).isEqualTo(model.transition(2, 1));
    assertThat(turned.covariance(1, 0, 1)).isEqualTo(model.covariance(0, 1, 0));
    assertThat(Score.of(turned, rows).logLikelihood())
        .isCloseTo(Score.of(model, rows).logLikelihood(), within(1e-10));
    assertThat(turned.reordered(new int[] {1, 2, 0})).isEqualTo(model).hasSameHashCodeAs(model);
    assertThat(turned).isNotEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5 0.6 | 1 0 0 1 | 0 1 | 1 1   | start must sum to 1, got 1.1",
        "1 0     | 1 0 0 0 | 0 1 | 1 1   | row 1 of transitions must sum to 1, got 0.0",
        "1 0     | 2 -1 0 1 | 0 1 | 1 1  | row 0 of transitions must be probabilities, got -1.0",
        "1 0     | 1 0 0 1 | 0 NaN | 1 1 | means must be finite, got NaN",
        "1 0     | 1 0 0 1 | 0 1 | 1     | 4 transitions, 1 covariances",
        "1 0     | 1 0 0 1 | 0 1 2 | 1 1 | 2 states, 3 means"
      })
  void whatIsNoModelIsRefused(
      String start, String transitions, String means, String covariances, String message) {
    assertThatThrownBy(
            () ->
                GaussianHmm.of(
                    Covariances.SPHERICAL,
                    numbers(start),
                    numbers(transitions),
                    numbers(means),
                    numbers(covariances)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.trim().split(" +", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void aMatrixWithoutAFactorStandsForItselfWithARidge() {
    double[] singular = {1, 1, 1, 1};
    Cholesky ridged = Cholesky.of(singular, 0, 2).orElseThrow();
    assertThat(ridged.ridged()).isTrue();
    assertThat(ridged.logDeterminant()).isCloseTo(Math.log(2e-7), within(1e-6));
    assertThat(Cholesky.of(new double[] {1, 2, 2, 1}, 0, 2)).isEmpty();
    assertThat(Cholesky.of(new double[] {Double.NaN}, 0, 1)).isEmpty();
    assertThatThrownBy(
            () ->
                Precisions.of(
                    GaussianHmm.of(
                        Covariances.FULL,
                        new double[] {1},
                        new double[] {1},
                        new double[] {0, 0},
                        new double[] {1, 2, 2, 1})))
        .hasMessage("covariance of state 0 must be positive definite");
  }

  @Test
  void aCholeskyFactorSolves() {
    Cholesky factor = Cholesky.of(new double[] {4, 2, 2, 3}, 0, 2).orElseThrow();
    double[] v = {8, 7};
    factor.solve(v);
    assertThat(v).containsExactly(new double[] {1.25, 1.5}, within(1e-15));
    assertThat(factor.ridged()).isFalse();
    assertThat(factor.condition()).isCloseTo(2, within(1e-15));
  }
}
