package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.Networks;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.flat.NumberName;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpsilonRankTest {

  private static EpsilonRank rank(List<Double> epsilon, List<Double> relative) {
    return new EpsilonRank(epsilon, relative, 1024, Source.ALL, Weighting.UNIT);
  }

  private static double[] measure(EpsilonRank rank, int rows, double[] phi) {
    int width = phi.length / rows;
    Gauge gauge = rank.begin(Subjects.withBiases(1, width, 1));
    return gauge.measure(RecordedView.ofLayers(rows, phi));
  }

  @Test
  void columnsNameLayerKindAndThreshold() {
    EpsilonRank rank =
        new EpsilonRank(List.of(1e-3, 2.5e-4), List.of(1e-6), 50, Source.EVAL, Weighting.MEAN);
    assertThat(rank.begin(Subjects.withBiases(2, 5, 4, 1)).columns())
        .containsExactly(
            column("layer1.abs_1e-3", "layer1 above 0.001"),
            column("layer1.abs_25e-5", "layer1 above 2.5E-4"),
            column("layer1.rel_1e-6", "layer1 above 1.0E-6 times the largest"),
            column("layer2.abs_1e-3", "layer2 above 0.001"),
            column("layer2.abs_25e-5", "layer2 above 2.5E-4"),
            column("layer2.rel_1e-6", "layer2 above 1.0E-6 times the largest"));
  }

  private static Column column(String name, String what) {
    return new Column(
        "epsilon_rank." + name,
        "1",
        "number of eigenvalues of the Gram matrix of the outputs of "
            + what
            + "; N = 50 probe inputs from eval, weighting mean (factor 1/N)");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0e-6, 1e-6",
    "1.0, 1e0",
    "1000, 1e3",
    "0.5, 5e-1",
    "2.5e-4, 25e-5",
    "1.0e-300, 1e-300"
  })
  void aThresholdHasOneSpelling(double epsilon, String name) {
    assertThat(NumberName.of(epsilon)).isEqualTo(name);
  }

  @Test
  void orthogonalColumnsCountByTheirSquaredNorms() {
    double[] phi = {2, 0, 0, 0, 1, 0, 0, 0, 0.1};
    assertThat(measure(rank(List.of(4.0, 3.9, 0.5), List.of()), 3, phi)).containsExactly(0, 1, 2);
    assertThat(measure(rank(List.of(4.0, 3.9, 0.5, 1e-3), List.of()), 3, phi))
        .containsExactly(0, 1, 2, 3);
    assertThat(measure(rank(List.of(3.9), List.of(0.2, 0.3, 1e-3)), 3, phi))
        .containsExactly(1, 2, 1, 3);
  }

  /** Columns 3·e_1, 2·e_2 and e_3 have the eigenvalues 9, 4, 1. */
  @Test
  void theLargestEigenvaluesAreShownOnRequest() {
    double[] columns = {3, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0};
    EpsilonRank rank =
        new EpsilonRank(List.of(2.0), List.of(0.2), 10, Source.ALL, Weighting.UNIT, 2);
    Map<String, Double> row =
        Rows.of(rank.begin(Subjects.withBiases(2, 3, 1)), RecordedView.ofLayers(4, columns));
    assertThat(row.keySet())
        .containsExactly(
            "epsilon_rank.layer1.abs_2e0_unit",
            "epsilon_rank.layer1.rel_2e-1_unit",
            "epsilon_rank.layer1.lambda_1_unit",
            "epsilon_rank.layer1.lambda_2_unit");
    assertThat(row.values()).first().isEqualTo(2.0);
    assertThat(row.get("epsilon_rank.layer1.rel_2e-1_unit")).isEqualTo(2);
    assertThat(row.get("epsilon_rank.layer1.lambda_1_unit")).isCloseTo(9, within(1e-13));
    assertThat(row.get("epsilon_rank.layer1.lambda_2_unit")).isCloseTo(4, within(1e-13));
  }

  @Test
  void theMeanDividesByTheNumberOfProbes() {
    EpsilonRank mean =
        new EpsilonRank(List.of(1.3, 1.4), List.of(), 1024, Source.ALL, Weighting.MEAN);
    assertThat(measure(mean, 3, new double[] {2, 0, 0, 0, 1, 0, 0, 0, 0.1})).containsExactly(1, 0);
  }

  @Test
  void renumberingNeuronsOrProbesChangesNoRank() {
    double[] phi = Networks.random(2, 30, 3).outputs(1);
    double[] renumbered = new double[phi.length];
    int rows = Networks.POINTS;
    for (int j = 0; j < 30; j++) {
      for (int i = 0; i < rows; i++) {
        renumbered[j * rows + i] = phi[(j + 11) % 30 * rows + (i * 2) % rows];
      }
    }
    EpsilonRank rank = rank(List.of(1e-1, 1e-3, 1e-6), List.of());
    assertThat(measure(rank, rows, renumbered)).isEqualTo(measure(rank, rows, phi));
  }

  @Test
  void bothRoutesOfCountingAgree() {
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 20; trial++) {
      double[] phi = Networks.random(2, 40, trial).outputs(trial % 2);
      double first = Math.pow(10, random.nextDouble(-8, 1));
      double[] few = measure(rank(List.of(first, 1e-5), List.of()), Networks.POINTS, phi);
      double[] many =
          measure(rank(List.of(first, 1e-5, 1e-9, 1e-7), List.of(0.1)), Networks.POINTS, phi);
      assertThat(few).containsExactly(many[0], many[1]);
    }
  }

  @Test
  void fewerProbesThanNeuronsCountTheSame() {
    double[] phi = Networks.random(2, 30, 4).outputs(1);
    double[] wide = new double[30 * 5];
    double[] padded = new double[30 * 40];
    for (int j = 0; j < 30; j++) {
      System.arraycopy(phi, j * Networks.POINTS, wide, j * 5, 5);
      System.arraycopy(phi, j * Networks.POINTS, padded, j * 40, 5);
    }
    EpsilonRank rank = rank(List.of(1e-6, 1e-9, 1e-2), List.of());
    assertThat(measure(rank, 5, wide)).isEqualTo(measure(rank, 40, padded));
  }

  /** In the setting of arXiv:2412.05144, 201 uniform points on [-1, 1], ten seeds. */
  @Test
  void aRandomlyInitialisedNetworkStartsAtAFewDimensions() {
    int[] unit = initialRanks(Weighting.UNIT, false);
    int[] mean = initialRanks(Weighting.MEAN, false);
    assertThat(unit).containsOnly(6, 7);
    assertThat(medianOf(unit)).isEqualTo(7);
    assertThat(mean).containsOnly(5);
  }

  /** Full with unit weights; with 1/N the smallest eigenvalues straddle 1e-6 from seed to seed. */
  @Test
  void deterministicInitialisationStartsAtOrNextToFullRank() {
    int[] unit = initialRanks(Weighting.UNIT, true);
    int[] mean = initialRanks(Weighting.MEAN, true);
    assertThat(unit).containsOnly(30);
    assertThat(mean).containsOnly(28, 29, 30);
    assertThat(medianOf(mean)).isEqualTo(29);
  }

  private static int[] initialRanks(Weighting weighting, boolean deterministic) {
    EpsilonRank rank = new EpsilonRank(List.of(1e-6), List.of(), 201, Source.ALL, weighting);
    int[] ranks = new int[10];
    for (int k = 0; k < ranks.length; k++) {
      Networks network =
          deterministic ? Networks.deterministic(2, 30, k + 1) : Networks.random(2, 30, k + 1);
      ranks[k] = (int) measure(rank, Networks.POINTS, network.outputs(1))[0];
    }
    return ranks;
  }

  private static int medianOf(int[] ranks) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @Test
  void outputsInSinglePrecisionGiveTheSameRankBecauseTheGramMatrixIsDouble() {
    double[] phi = Networks.random(2, 30, 1).outputs(1);
    double[] rounded = Arrays.stream(phi).map(value -> (float) value).toArray();
    EpsilonRank rank = rank(List.of(1e-6), List.of());
    assertThat(measure(rank, Networks.POINTS, rounded))
        .isEqualTo(measure(rank, Networks.POINTS, phi));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e200})
  void anOutputThatIsNotFiniteMakesItsLayerNaN(double bad) {
    Gauge gauge = rank(List.of(1e-6), List.of(1e-3)).begin(Subjects.withBiases(1, 2, 2, 1));
    RecordedView view =
        RecordedView.ofLayers(2, new double[] {1, 0, 0, 1}, new double[] {1, bad, 0, 1});
    assertThat(gauge.measure(view)).containsExactly(2, 2, Double.NaN, Double.NaN);
  }

  @Test
  void aDeadLayerHasRankZeroAndNoProbesHaveNone() {
    EpsilonRank rank = rank(List.of(1e-300), List.of(1e-6));
    assertThat(measure(rank, 3, new double[9])).containsExactly(0, 0);
    Gauge gauge = rank.begin(Subjects.withBiases(1, 2, 1));
    assertThat(gauge.measure(RecordedView.ofLayers(0, new double[0])))
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void theProbesAskedForAreThoseOfTheDescription() {
    EpsilonRank rank = new EpsilonRank(List.of(1.0), List.of(), 7, Source.TRAIN, Weighting.MEAN);
    RecordedView view = RecordedView.ofLayers(1, new double[] {1});
    rank.begin(Subjects.withBiases(1, 1, 1)).measure(view);
    assertThat(view.asked()).isEqualTo(new ProbeSet(Source.TRAIN, 7));
  }

  @Test
  void everythingWrongWithADescriptionIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                new EpsilonRank(
                    List.of(1e-3, -1.0, 1e-3, Double.NaN),
                    List.of(1.0, 0.5, 0.5),
                    0,
                    Source.ALL,
                    Weighting.MEAN))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            epsilon[1]: must be > 0, got -1.0
            epsilon[3]: must be > 0, got NaN
            relative[0]: must lie strictly between 0 and 1, got 1.0
            epsilon[2]: must not repeat an earlier one, got 0.001
            relative[2]: must not repeat an earlier one, got 0.5
            probes: must be in 1..1000000, got 0""");
    assertThatThrownBy(() -> rank(List.of(), List.of()))
        .hasMessage("epsilon: must name at least one threshold here or under relative, got []");
  }
}
