package org.dynlab.core.engine.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** One head of width 1 over two tokens, where attention is the sigmoid of q (k_2 - k_1). */
class AttentionHeadsTest {
  private static final Kernels KERNELS = Backend.kernels(DataType.FLOAT);
  private final Matrix output = column(0);
  private final Matrix queryError = column(0);
  private final Matrix keyError = column(0, 0);
  private final Matrix valueError = column(0, 0);

  private static Matrix column(float... values) {
    return Matrix.of(Nd4j.create(values, new long[] {values.length, 1}).dup('f'));
  }

  private static double[] read(Matrix from) {
    double[] values = new double[from.size()];
    KERNELS.read(from, 0, values, values.length);
    return values;
  }

  /** The query of the last token attends to keys 0 and {@code key} with values 3 and 5. */
  private void attend(float key) {
    AttentionHeads heads = new AttentionHeads(KERNELS, 1, 1, false);
    heads.tokens(RowIndex.each(1, 1), RowIndex.each(1, 2));
    heads.forward(column(1), column(0, key), column(3, 5), null, output);
    heads.backward(column(1), queryError, keyError, valueError);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1, -3, -40})
  void slopesAreThoseOfASigmoid(float key) {
    attend(key);
    double p = 1 / (1 + Math.exp(-key));
    assertThat(read(output)[0]).isCloseTo(3 + 2 * p, within(1e-6));
    assertThat(read(queryError)[0]).isCloseTo(key * 2 * p * (1 - p), within(1e-6 * p + 1e-24));
    assertThat(read(keyError)[1]).isCloseTo(2 * p * (1 - p), within(1e-6 * p + 1e-24));
    assertThat(read(valueError)[1]).isCloseTo(p, within(1e-6 * p + 1e-24));
  }

  /** Slopes of e^-95 would be subnormal in single precision, and products with them slow. */
  @Test
  void aWeightThatChangesNothingHasNoSlopes() {
    attend(-95);
    assertThat(read(output)).containsExactly(3);
    assertThat(read(queryError)).containsExactly(0);
    assertThat(read(keyError)).containsExactly(0, 0);
    assertThat(read(valueError)).containsExactly(1, 0);
  }
}
