package org.dynlab.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.core.activation.FloatExp;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.PortableKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class LossEdgesTest {

  private static List<LossSum> sums(DataType type, Loss loss, double[] outputs, int label) {
    return sums(type, loss, outputs, new ClassAnswers(new int[] {label}, outputs.length));
  }

  private static List<LossSum> sums(DataType type, Loss loss, double[] outputs, Answers answers) {
    return List.of(
        sum(Backend.kernels(type), type, loss, outputs, answers),
        sum(new PortableKernels(), type, loss, outputs, answers));
  }

  private static LossSum sum(
      Kernels kernels, DataType type, Loss loss, double[] z, Answers answers) {
    Matrix row = Matrix.of(Nd4j.create(new double[][] {z}).castTo(type).dup('f'));
    return kernels.loss(loss, row, null, answers);
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
      double[] outputs =
          loss == Loss.HINGE ? new double[] {Double.NaN} : new double[] {0, Double.NaN, 1};
      for (LossSum sum : sums(type, loss, outputs, 0)) {
        assertThat(sum.loss()).isNaN();
      }
    }
    for (LossSum sum :
        sums(
            type,
            Loss.MEAN_SQUARED_ERROR,
            new double[] {Double.NaN},
            new NumberAnswers(new double[1], 1, 1))) {
      assertThat(sum.loss()).isNaN();
      assertThat(sum.correct()).isZero();
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
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void stableMaxGrowsLikeALogarithmWhereSoftmaxGrowsLikeALine(DataType type) {
    double[] outputs = {1e6, -1e6, 0};
    double expected = 2 * Math.log(1e6 + 1);
    for (LossSum sum : sums(type, Loss.STABLE_MAX_CROSS_ENTROPY, outputs, 1)) {
      assertThat(sum.loss()).isCloseTo(expected, within(1e-5));
    }
    for (LossSum sum : sums(type, Loss.STABLE_MAX_CROSS_ENTROPY, outputs, 0)) {
      assertThat(sum.loss()).isCloseTo(1e-6, within(1e-9));
      assertThat(sum.correct()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT, 2, 1, 0, 1",
    "FLOAT, 2, 0, 3, 0",
    "FLOAT, -0.25, 1, 1.25, 0",
    "FLOAT, -0.25, 0, 0.75, 1",
    "FLOAT, 0, 1, 1, 0",
    "FLOAT, 0, 0, 1, 1",
    "DOUBLE, 1, 1, 0, 1",
    "DOUBLE, -1, 0, 0, 1",
    "DOUBLE, 0, 0, 1, 1",
    "DOUBLE, NaN, 0, NaN, 0"
  })
  void theHingeLossAsksForAMarginOfOneAndAZeroAnswersClassZero(
      DataType type, double output, int label, double loss, int correct) {
    for (LossSum sum : sums(type, Loss.HINGE, new double[] {output}, label)) {
      assertThat(sum).isEqualTo(new LossSum(loss, correct));
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT, 0.1, 0", "FLOAT, 0.126, 1", "DOUBLE, 0.125, 1", "DOUBLE, NaN, 0"})
  void numbersAreMetIfTheirMeanSquaredErrorIsWithinTheTolerance(
      DataType type, double tolerance, int correct) {
    Answers answers = new NumberAnswers(new double[] {1, -2}, 2, tolerance);
    for (LossSum sum : sums(type, Loss.MEAN_SQUARED_ERROR, new double[] {1.5, -2}, answers)) {
      assertThat(sum).isEqualTo(new LossSum(0.125, correct));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, -1e-7f, -0.3f, -0.35f, -1f, -17.5f, -30f, -44.3f})
  void theFastExponentialIsRightToTwoUnitsInTheSeventhDigit(float x) {
    double exact = Math.exp(x);
    assertThat((double) fastExponential(x)).isCloseTo(exact, within(2e-7 * exact));
  }

  @ParameterizedTest
  @ValueSource(floats = {-45f, -86f, -88f, -1e6f, Float.NEGATIVE_INFINITY})
  void theFastExponentialOfVeryNegativeNumbersIsZero(float x) {
    assertThat(fastExponential(x)).isZero();
  }

  @Test
  void theFastExponentialOfNotANumberIsNotANumber() {
    assertThat(fastExponential(Float.NaN)).isNaN();
  }

  /** Products of subnormal slopes with weights are many times slower than others. */
  @Test
  void slopesOfCrossEntropyAreNeverSubnormal() {
    int columns = 200;
    float[] z = new float[columns];
    for (int j = 0; j < columns; j++) {
      z[j] = -j;
    }
    new FloatLoss()
        .of(z, new float[columns], 1, columns)
        .add(Loss.SOFTMAX_CROSS_ENTROPY, new ClassAnswers(new int[] {0}, columns), 0);
    for (float slope : z) {
      assertThat(slope == 0 || Math.abs(slope) > 1e-20f).isTrue();
    }
    assertThat(z[44]).isPositive();
    assertThat(z[46]).isZero();
  }

  private static float fastExponential(float x) {
    float[] values = {x};
    FloatExp.replace(values, new float[1], 1);
    return values[0];
  }
}
