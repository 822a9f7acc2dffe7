package org.dynlab.instrument.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.HandMadeNetwork;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class LinearMappingNumberTest {

  private static Map<String, Double> measure(HandMadeNetwork network, String place, int... sizes) {
    return Rows.of(
        new LinearMappingNumber(100, Source.ALL, place).begin(Subjects.withBiases(sizes)),
        new RecordedView().withInterior(network));
  }

  private static double[][] random(int n, int width) {
    SplittableRandom random = new SplittableRandom(8);
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> random.doubles(width, -1, 1).toArray());
    return rows;
  }

  @Test
  void anAffineMapIsOneMapping() {
    HandMadeNetwork network =
        HandMadeNetwork.random(DoubleUnaryOperator.identity(), 1, random(25, 4), 4, 6, 3);
    Map<String, Double> row = measure(network, "", 4, 6, 3);
    assertThat(row.get("linear_mapping.layer1.number_all")).isCloseTo(1, within(1e-9));
    assertThat(row.get("linear_mapping.layer1.linearity_all")).isCloseTo(1, within(1e-12));
  }

  @Test
  void behindTheLastHiddenLayerEveryNetworkIsAffine() {
    HandMadeNetwork network = HandMadeNetwork.random(Math::tanh, 1, random(20, 4), 4, 6, 3);
    assertThat(measure(network, "layer1", 4, 6, 3).get("linear_mapping.layer1.number_all"))
        .isCloseTo(1, within(1e-9));
    assertThat(measure(network, "input", 4, 6, 3).get("linear_mapping.input.number_all"))
        .isBetween(1.001, 20.0);
  }

  /**
   * |x| + |y| + |x - y|, up to symmetry: even about the middle of each side of the triangle of
   * clusters, so that no two clusters share a map.
   */
  @Test
  void clustersWithMapsOfTheirOwnCount() {
    double[][] corners = {{1, 0}, {-0.5, Math.sqrt(0.75)}, {-0.5, -Math.sqrt(0.75)}};
    for (int clusters : new int[] {2, 3}) {
      double[][] inputs = new double[clusters * 5][];
      Arrays.setAll(inputs, i -> corners[i % clusters]);
      double[][] sides = new double[3][];
      for (int k = 0; k < 3; k++) {
        double[] a = corners[k];
        double[] b = corners[(k + 1) % 3];
        sides[k] = new double[] {a[0] - b[0], a[1] - b[1]};
      }
      HandMadeNetwork network =
          new HandMadeNetwork(
              List.of(sides, new double[][] {{1, 1, 1}}),
              List.of(new double[3], new double[1]),
              Math::abs,
              inputs);
      assertThat(measure(network, "input", 2, 3, 1).get("linear_mapping.input.number_all"))
          .isCloseTo(clusters, within(1e-9));
    }
  }

  @Test
  void anOutputThatIsNotFiniteGivesNaN() {
    double[][] inputs = random(5, 4);
    inputs[1][0] = Double.POSITIVE_INFINITY;
    HandMadeNetwork network = HandMadeNetwork.random(x -> x, 1, inputs, 4, 6, 3);
    assertThat(measure(network, "", 4, 6, 3).values()).containsOnly(Double.NaN);
  }
}
