package org.dynlab.instrument.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.HandMadeNetwork;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class RegionMovesTest {
  private static final RegionMoves MOVES = new RegionMoves(1000, Source.ALL, 0.9);

  /** x, -3x, y and 1 on the points of a grid without its axes. */
  private static Map<String, Double> measure(double[][] inputs) {
    double[][] first = {{1, 0}, {-3, 0}, {0, 1}, {0, 0}};
    HandMadeNetwork network =
        new HandMadeNetwork(
            List.of(first, new double[1][4]),
            List.of(new double[] {0, 0, 0, 1}, new double[1]),
            Math::tanh,
            inputs);
    return Rows.of(
        MOVES.begin(Subjects.withBiases(2, 4, 1)), new RecordedView().withInterior(network));
  }

  @Test
  void unitsThatNeverChangeOrAgreeAndPatternsAreCounted() {
    Map<String, Double> row = measure(new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});
    assertThat(row).containsEntry("regions.layer1.constant", 0.25);
    assertThat(row.get("regions.layer1.merged")).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(row.get("regions.layer1.pair_patterns")).isCloseTo((2 + 4 + 4) / 3.0, within(1e-15));
    assertThat(row).containsEntry("regions.layer1.patterns", 4.0);
  }

  @Test
  void whereNothingChangesThereAreNoPairs() {
    Map<String, Double> row = measure(new double[][] {{1, 1}, {2, 3}});
    assertThat(row)
        .containsEntry("regions.layer1.constant", 1.0)
        .containsEntry("regions.layer1.merged", Double.NaN)
        .containsEntry("regions.layer1.patterns", 1.0);
  }

  @Test
  void moreProbesThanAWordHolds() {
    double[][] inputs = new double[200][];
    for (int i = 0; i < 200; i++) {
      inputs[i] = new double[] {i < 150 ? 1 : -1, i % 2 == 0 ? 1 : -1};
    }
    Map<String, Double> row = measure(inputs);
    assertThat(row.get("regions.layer1.merged")).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(row).containsEntry("regions.layer1.patterns", 4.0);
  }

  @Test
  void aNumberThatIsNotFiniteGivesNaN() {
    assertThat(measure(new double[][] {{1, Double.NaN}, {2, 3}}).values()).containsOnly(Double.NaN);
  }
}
