package org.dynlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Passes over the flat arrays, for lengths around the size of a piece, in both formats. */
class FlatVectorTest {

  record Case(DataType type, int length) {
    double round(double value) {
      return type == DataType.FLOAT ? (float) value : value;
    }
  }

  static List<Case> cases() {
    return java.util.stream.Stream.of(DataType.FLOAT, DataType.DOUBLE)
        .flatMap(
            type ->
                java.util.stream.Stream.of(1, 2047, 2048, 2049, 5000).map(n -> new Case(type, n)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void addingRoundsToWhatTheArrayHoldsAndReadingScales(Case each) {
    Stream stream = new SeedTree(6).stream("flat");
    double[] values = new double[each.length()];
    double[] increments = new double[each.length()];
    Arrays.setAll(values, i -> stream.gaussian());
    Arrays.setAll(increments, i -> 1e-3 * stream.gaussian());
    double[] expected = new double[each.length()];
    Arrays.setAll(expected, i -> each.round(values[i] + increments[i]));
    INDArray array = Nd4j.zeros(each.type(), 1, each.length());
    FlatVector vector = Backend.flat(array);
    vector.add(values, increments);
    assertThat(values).isEqualTo(expected);
    assertThat(array.toDoubleVector()).isEqualTo(expected);
    vector.readScaled(0.375, values);
    Arrays.setAll(expected, i -> 0.375 * expected[i]);
    assertThat(values).isEqualTo(expected);
  }
}
