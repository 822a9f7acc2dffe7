package org.dynlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class LossEdgesTest {

  private static List<LossSum> sums(DataType type, Loss loss, double[] outputs, int label) {
    return List.of(
        sum(Backend.kernels(type), type, loss, outputs, label),
        sum(new PortableKernels(), type, loss, outputs, label));
  }

  private static LossSum sum(Kernels kernels, DataType type, Loss loss, double[] z, int label) {
    Matrix row = Matrix.of(Nd4j.create(new double[][] {z}).castTo(type).dup('f'));
    return kernels.loss(loss, row, null, new int[] {label});
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void hugeOutputsGiveAFiniteCrossEntropy(DataType type) {
    for (LossSum sum : sums(type, Loss.SOFTMAX_CROSS_ENTROPY, new double[] {1e6, -1e6, 0}, 1)) {
      assertThat(sum.loss()).isCloseTo(2e6, within(1.0));
      assertThat(sum.correct()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void aConfidentRightAnswerHasALossOfAlmostZeroButNeverLess(DataType type) {
    for (LossSum sum : sums(type, Loss.SOFTMAX_CROSS_ENTROPY, new double[] {60, 0, 0}, 0)) {
      assertThat(sum.loss()).isBetween(0.0, 1e-20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void notANumberInTheOutputsShowsInTheLoss(DataType type) {
    for (Loss loss : Loss.values()) {
      for (LossSum sum : sums(type, loss, new double[] {0, Double.NaN, 1}, 0)) {
        assertThat(sum.loss()).isNaN();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void amongEqualOutputsTheFirstIsTheAnswer(DataType type) {
    double[] tied = {1, 2, 2, 0};
    for (LossSum sum : sums(type, Loss.MEAN_SQUARED_ERROR, tied, 1)) {
      assertThat(sum.correct()).isOne();
    }
    for (LossSum sum : sums(type, Loss.MEAN_SQUARED_ERROR, tied, 2)) {
      assertThat(sum.correct()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, -1e-7f, -0.3f, -0.35f, -1f, -17.5f, -50f, -86f, -87.2f})
  void theFastExponentialIsRightToTwoUnitsInTheSeventhDigit(float x) {
    double exact = Math.exp(x);
    assertThat((double) fastExponential(x)).isCloseTo(exact, within(2e-7 * exact));
  }

  @ParameterizedTest
  @ValueSource(floats = {-88f, -1e6f, Float.NEGATIVE_INFINITY})
  void theFastExponentialOfVeryNegativeNumbersIsNextToZero(float x) {
    assertThat(fastExponential(x)).isBetween(0f, 1.3e-38f);
  }

  private static float fastExponential(float x) {
    float[] values = {x};
    FloatExp.replace(values, new float[1], 1);
    return values[0];
  }
}
