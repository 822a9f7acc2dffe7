package org.dynlab.core.layer.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.ClassAnswers;
import org.dynlab.core.loss.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class LabelArraysTest {

  private static Answers read(Loss loss, double[]... labels) {
    return LabelArrays.read(loss, Nd4j.create(labels));
  }

  @Test
  void classesAreThePositionsOfTheOnes() {
    ClassAnswers answers =
        (ClassAnswers)
            read(Loss.SOFTMAX_CROSS_ENTROPY, new double[] {0, 1, 0}, new double[] {1, 0, 0});
    assertThat(new int[] {answers.at(0), answers.at(1)}).containsExactly(1, 0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"SOFTMAX_CROSS_ENTROPY", "STABLE_MAX_CROSS_ENTROPY"})
  void labelsThatAreNotOneHotAreRefused(Loss loss) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(loss, new double[] {0.5, 0.5}))
        .withMessage("labels of FusedOutput: row 0 must be one-hot (a single 1, zeros elsewhere)");
  }

  @Test
  void theHingeLossTakesOnesAndZerosOrMinusOnes() {
    ClassAnswers answers =
        (ClassAnswers) read(Loss.HINGE, new double[] {1}, new double[] {0}, new double[] {-1});
    assertThat(new int[] {answers.at(0), answers.at(1), answers.at(2)}).containsExactly(1, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, Double.NaN})
  void otherLabelsOfTheHingeLossAreRefused(double label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Loss.HINGE, new double[] {1}, new double[] {label}))
        .withMessage("labels of FusedOutput: row 1 must be a single 1, 0 or -1 for the hinge loss");
  }

  @Test
  void theSquaredErrorTakesAnyNumbersColumnAfterColumn() {
    Answers answers =
        read(Loss.MEAN_SQUARED_ERROR, new double[] {1, 2.5, -3}, new double[] {4, 5, 6});
    double[] labels = new double[6];
    answers.labels(labels);
    assertThat(labels).containsExactly(1, 4, 2.5, 5, -3, 6);
    assertThat(answers.rows()).isEqualTo(2);
    assertThat(answers.outputs()).isEqualTo(3);
  }
}
