package org.dynlab.core.layer.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class DropoutTest {

  private static Dropout dropout(double share, int width) {
    DataType type = DataType.DOUBLE;
    Buffers masks = new Buffers(type, width, false);
    return new Dropout(share, Backend.kernels(type), masks, new SeedTree(1).stream("masks"));
  }

  private static double[] factors(Dropout dropout, int rows) {
    return dropout.draw(rows).array().dup().reshape(-1).toDoubleVector();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void thatShareOfTheEntriesIsDroppedAndTheMeanIsOne(double share) {
    double[] factors = factors(dropout(share, 301), 333);
    long dropped = Arrays.stream(factors).filter(v -> v == 0).count();
    assertThat(factors).containsOnly(0, 1 / (1 - share));
    assertThat((double) dropped / factors.length).isCloseTo(share, within(0.006));
  }

  @Test
  void passesDrawDifferentMasksAndARestartedStreamTheSameOnes() {
    Dropout dropout = dropout(0.5, 20);
    double[] first = factors(dropout, 5);
    assertThat(factors(dropout, 5)).isNotEqualTo(first);
    dropout.restart(new SeedTree(4), "layer1");
    double[] drawn = factors(dropout, 5);
    assertThat(factors(dropout, 5)).isNotEqualTo(drawn);
    dropout.restart(new SeedTree(4), "layer1");
    assertThat(factors(dropout, 5)).isEqualTo(drawn);
    dropout.restart(new SeedTree(4), "layer2");
    assertThat(factors(dropout, 5)).isNotEqualTo(drawn);
  }
}
