package org.dynlab.instrument.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.core.instrument.Subject;
import org.dynlab.instrument.HandMadeNetwork;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.region.LocalComplexity.Points;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalComplexityTest {
  private static final int WIDTH = 6;

  private static double[][] inputs(int n) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> random.doubles(WIDTH, -1, 1).toArray());
    return rows;
  }

  private static double relu(double x) {
    return Math.max(0, x);
  }

  private static Map<String, Double> measure(
      LocalComplexity complexity, Subject subject, HandMadeNetwork network) {
    return Rows.of(complexity.begin(subject), new RecordedView().withInterior(network));
  }

  /** {@code |w·x + b| < r max_p |w·v_p|}. */
  @ParameterizedTest
  @CsvSource({"0.01, 6", "0.3, 6", "0.3, 2", "2, 4"})
  void theFirstLayerCountsAsItsClosedForm(double radius, int directions) {
    double[][] inputs = inputs(40);
    HandMadeNetwork network =
        HandMadeNetwork.random(LocalComplexityTest::relu, 0.5, inputs, WIDTH, 30, 20, 3);
    Subject subject = Subjects.withBiases(WIDTH, 30, 20, 3);
    double[][] frame =
        Frame.draw(directions, WIDTH, subject.seeds().child("local_complexity").stream("frame"));
    double expected = 0;
    for (double[] x : inputs) {
      for (int j = 0; j < 30; j++) {
        double[] w = network.weight(0)[j];
        double reach = 0;
        for (double[] v : frame) {
          reach = Math.max(reach, radius * Math.abs(dot(w, v)));
        }
        expected += Math.abs(dot(w, x) + network.bias(0)[j]) < reach ? 1 : 0;
      }
    }
    Map<String, Double> row =
        measure(new LocalComplexity(Points.TRAIN, 40, radius, directions, ""), subject, network);
    assertThat(row.get("local_complexity.layer1_train")).isCloseTo(expected / 40, within(1e-12));
    assertThat(row.get("local_complexity.all_train"))
        .isCloseTo(expected / 40 + row.get("local_complexity.layer2_train"), within(1e-12));
    assertThat(row.get("local_complexity.all.ci99_train")).isPositive();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  @Test
  void framesAreOrthonormal() {
    double[][] frame = Frame.draw(5, 7, Subjects.withBiases(1, 1, 1).seeds().stream("x"));
    for (int p = 0; p < 5; p++) {
      for (int q = 0; q < 5; q++) {
        assertThat(dot(frame[p], frame[q])).isCloseTo(p == q ? 1 : 0, within(1e-14));
      }
    }
  }

  /** All zeros of units without biases go through the origin. */
  @ParameterizedTest
  @CsvSource({"1e-4, 6", "0.005, 3", "1, 1", "10, 6"})
  void withoutBiasesEveryUnitCountsAtTheOrigin(double radius, int directions) {
    double[][] origin = new double[3][WIDTH];
    int[] sizes = {WIDTH, 25, 25, 25, 25, 2};
    HandMadeNetwork network = HandMadeNetwork.random(Math::tanh, 0, origin, sizes);
    Map<String, Double> row =
        measure(
            new LocalComplexity(Points.EVAL, 3, radius, directions, ""),
            Subjects.withBiases(sizes),
            network);
    assertThat(row).containsEntry("local_complexity.all_eval", 100.0);
    assertThat(row).containsEntry("local_complexity.all.ci99_eval", 0.0);
  }

  @Test
  void neighbourhoodsMayLieInsideTheNetwork() {
    HandMadeNetwork network = HandMadeNetwork.random(Math::tanh, 0.1, inputs(10), WIDTH, 8, 7, 2);
    Map<String, Double> row =
        measure(
            new LocalComplexity(Points.RANDOM, 50, 5, 8, "layer1"),
            Subjects.withBiases(WIDTH, 8, 7, 2),
            network);
    assertThat(row)
        .containsOnlyKeys(
            "local_complexity.all_random",
            "local_complexity.all.ci99_random",
            "local_complexity.layer2_random");
    assertThat(row).containsEntry("local_complexity.layer2_random", 7.0);
  }

  @Test
  void aNumberThatIsNotFiniteGivesNaN() {
    double[][] inputs = inputs(4);
    inputs[2][1] = Double.NaN;
    HandMadeNetwork network = HandMadeNetwork.random(Math::tanh, 0.1, inputs, WIDTH, 8, 2);
    assertThat(
            measure(
                    new LocalComplexity(Points.TRAIN, 4, 0.1, 3, ""),
                    Subjects.withBiases(WIDTH, 8, 2),
                    network)
                .values())
        .containsOnly(Double.NaN);
  }

  @Test
  void aPlaceThatIsNotThereIsAnError() {
    LocalComplexity complexity = new LocalComplexity(Points.TRAIN, 4, 0.1, 3, "layer7");
    Subject subject = Subjects.withBiases(WIDTH, 8, 2);
    assertThatThrownBy(() -> complexity.begin(subject))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be one of input, layer1")
        .hasMessageContaining("layer7");
  }
}
