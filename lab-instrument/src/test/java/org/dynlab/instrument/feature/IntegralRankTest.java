package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.SymmetricMatrix;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.task.Measure;
import org.dynlab.instrument.Networks;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Gram matrix as an integral, with the weights a task gives its points. */
class IntegralRankTest {

  private static EpsilonRank rank(Weighting weighting, Double... epsilon) {
    return new EpsilonRank(List.of(epsilon), List.of(), 1024, Source.ALL, weighting);
  }

  private static double[] measure(EpsilonRank rank, int rows, double[] phi, double[] weights) {
    Gauge gauge = rank.begin(Subjects.withBiases(1, phi.length / rows, 1));
    RecordedView view = RecordedView.ofLayers(rows, phi);
    return gauge.measure(view.withMeasure(new Measure(weights)));
  }

  /** Columns e_k of norm² w_k: the eigenvalues are the weights. */
  @Test
  void everyPointCountsByItsWeight() {
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    assertThat(
            measure(
                rank(Weighting.INTEGRAL, 4.0, 3.9, 0.2, 0.0009),
                3,
                identity,
                new double[] {0.25, 4, 1.0 / 1024}))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void equalWeightsAreTheMeanAndTheSum() {
    double[] phi = Networks.random(2, 30, 3).outputs(1);
    double[] ones = new double[Networks.POINTS];
    Arrays.fill(ones, 1);
    double[] shares = ones.clone();
    Arrays.setAll(shares, k -> 1.0 / shares.length);
    EpsilonRank integral = rank(Weighting.INTEGRAL, 1e-2, 1e-4, 1e-6);
    assertThat(measure(integral, Networks.POINTS, phi, ones))
        .isEqualTo(measure(rank(Weighting.UNIT, 1e-2, 1e-4, 1e-6), Networks.POINTS, phi, ones));
    assertThat(measure(integral, Networks.POINTS, phi, shares))
        .isEqualTo(measure(rank(Weighting.MEAN, 1e-2, 1e-4, 1e-6), Networks.POINTS, phi, ones));
  }

  /** M = Σ_k w_k φ(x_k) φ(x_k)ᵀ summed slowly, its eigenvalues computed and counted. */
  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true"})
  void theCountIsThatOfTheSlowSum(long seed, boolean deterministic) {
    Networks network =
        deterministic ? Networks.deterministic(2, 20, seed) : Networks.random(2, 20, seed);
    double[] phi = network.outputs(1);
    double[] weights = trapezoid();
    SymmetricMatrix gram = new SymmetricMatrix(20);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < Networks.POINTS; k++) {
          sum += weights[k] * phi[i * Networks.POINTS + k] * phi[j * Networks.POINTS + k];
        }
        gram.set(i, j, sum);
      }
    }
    double above = Arrays.stream(gram.eigenvalues()).filter(value -> value > 1e-6).count();
    assertThat(measure(rank(Weighting.INTEGRAL, 1e-6), Networks.POINTS, phi, weights))
        .containsExactly(above);
  }

  /** The setting of arXiv:2412.05144 with the weights of the true integral: 5 or 6, and 29. */
  @Test
  void initialRanksAreThoseOfTheIntegral() {
    EpsilonRank integral = rank(Weighting.INTEGRAL, 1e-6);
    for (long seed = 1; seed <= 10; seed++) {
      double[] random = Networks.random(2, 30, seed).outputs(1);
      assertThat(measure(integral, Networks.POINTS, random, trapezoid())[0]).isBetween(5.0, 6.0);
      double[] full = Networks.deterministic(2, 30, seed).outputs(1);
      assertThat(measure(integral, Networks.POINTS, full, trapezoid())[0]).isBetween(28.0, 30.0);
    }
  }

  private static double[] trapezoid() {
    double[] weights = new double[Networks.POINTS];
    double step = 2.0 / (weights.length - 1);
    Arrays.fill(weights, step);
    weights[0] = step / 2;
    weights[weights.length - 1] = step / 2;
    return weights;
  }

  @Test
  void pointsWithoutAnyWeightHaveNoRank() {
    Measure edge = new Measure(new double[] {1, 0, 0}).select(new int[] {1, 2});
    Gauge gauge = rank(Weighting.INTEGRAL, 1e-6).begin(Subjects.withBiases(1, 2, 1));
    RecordedView view = RecordedView.ofLayers(2, new double[] {1, 0, 0, 1}).withMeasure(edge);
    assertThat(gauge.measure(view)).containsExactly(Double.NaN);
  }

  @Test
  void theColumnSaysWhichWeightsThereWere() {
    Gauge gauge = rank(Weighting.INTEGRAL, 1e-6).begin(Subjects.withBiases(1, 2, 1));
    assertThat(gauge.columns().get(0).name()).isEqualTo("epsilon_rank.layer1.abs_1e-6_integral");
    assertThat(gauge.columns().get(0).meaning())
        .endsWith("weighting integral (integration weights of the points)");
    Gauge unit = rank(Weighting.UNIT, 1e-6).begin(Subjects.withBiases(1, 2, 1));
    assertThat(unit.columns().get(0).name()).isEqualTo("epsilon_rank.layer1.abs_1e-6_unit");
  }

  @Test
  void aTaskWithoutIntegrationWeightsIsRefused() {
    Subject some = Subjects.withBiases(1, 2, 1);
    Subject without =
        new Subject(
            some.layout(),
            some.hidden(),
            some.entrances(),
            some.outputs(),
            new Subject.Data(9, 9, 2, false),
            some.seeds());
    assertThatThrownBy(() -> rank(Weighting.INTEGRAL, 1e-6).begin(without))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "probes.epsilonRank.weighting: must be mean or unit for a task whose points have no"
                + " integration weights, got integral (mean is the Monte Carlo integral over the"
                + " examples)");
    assertThat(rank(Weighting.MEAN, 1e-6).begin(without).columns()).hasSize(1);
  }
}
