package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class TeacherStudentTest {
  private static final SeedTree SEEDS = new SeedTree(9);

  private static TeacherStudent task(List<Integer> teacher, int trainSize, int evalSize) {
    return new TeacherStudent(5, teacher, 5, trainSize, evalSize, 1e-3);
  }

  private static double[][] inputs(Examples examples) {
    DenseFeatures features = (DenseFeatures) examples.features();
    return IntStream.range(0, features.rows())
        .mapToObj(
            row ->
                IntStream.range(0, features.width())
                    .mapToDouble(i -> features.value(row, i))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[][] answers(Examples examples) {
    RealTargets targets = (RealTargets) examples.targets();
    return IntStream.range(0, targets.rows())
        .mapToObj(
            row ->
                IntStream.range(0, targets.width())
                    .mapToDouble(i -> targets.value(row, i))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** The documented draws, as matrices: a layer's weights and biases row by row of the output. */
  private static INDArray slowAnswers(double[][] inputs, List<Integer> widths) {
    INDArray values = Nd4j.createFromArray(inputs);
    for (int k = 1; k < widths.size(); k++) {
      int in = widths.get(k - 1);
      int out = widths.get(k);
      Stream stream = SEEDS.stream("teacher.layer" + k);
      double bound = Math.pow(in, -0.5);
      INDArray all = Nd4j.zeros(DataType.DOUBLE, out, in + 1);
      for (int i = 0; i < out * (in + 1); i++) {
        all.putScalar(i / (in + 1), i % (in + 1), bound * (2 * stream.uniform() - 1));
      }
      INDArray ones = Nd4j.ones(DataType.DOUBLE, values.rows(), 1);
      values = Nd4j.hstack(values, ones).mmul(all.transpose());
      values = k == widths.size() - 1 ? values : Transforms.tanh(values);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "7, 3", "1, 1"})
  void theTargetsAreWhatTheSameNetworkInMatricesAnswers(int first, int second) {
    Examples train = task(List.of(first, second), 100, 10).prepare(SEEDS).train();
    double[][] expected = slowAnswers(inputs(train), List.of(5, first, second, 5)).toDoubleMatrix();
    for (int row = 0; row < 100; row++) {
      assertThat(answers(train)[row]).containsExactly(expected[row], within(1e-14));
    }
  }

  @Test
  void aTeacherWithoutHiddenLayersIsAffine() {
    Examples train = task(List.of(), 100, 10).prepare(SEEDS).train();
    double[][] expected = slowAnswers(inputs(train), List.of(5, 5)).toDoubleMatrix();
    assertThat(answers(train)[99]).containsExactly(expected[99], within(1e-14));
  }

  @Test
  void inputsAreStandardNormal() {
    double[] all =
        Arrays.stream(inputs(task(List.of(2), 20_000, 1).prepare(SEEDS).train()))
            .flatMapToDouble(DoubleStream::of)
            .toArray();
    double fiveSigma = 5 / Math.sqrt(all.length);
    assertThat(DoubleStream.of(all).average().orElseThrow()).isCloseTo(0, within(fiveSigma));
    assertThat(DoubleStream.of(all).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(fiveSigma * Math.sqrt(2)));
    assertThat(DoubleStream.of(all).map(x -> x * x * x * x).average().orElseThrow())
        .isCloseTo(3, within(fiveSigma * Math.sqrt(96)));
  }

  @Test
  void trainAndEvalShareTheTeacherButNoInputs() {
    TaskData data = task(List.of(100, 100), 100, 80).prepare(SEEDS);
    double[][] expected =
        slowAnswers(inputs(data.eval()), List.of(5, 100, 100, 5)).toDoubleMatrix();
    assertThat(answers(data.eval())[79]).containsExactly(expected[79], within(1e-14));
    assertThat(inputs(data.eval())[0]).isNotEqualTo(inputs(data.train())[0]);
    assertThat(data.eval().rows()).isEqualTo(80);
  }

  @Test
  void aLargerTrainSetBeginsWithTheSmallerOne() {
    double[][] few = inputs(task(List.of(4), 10, 1).prepare(SEEDS).train());
    double[][] many = inputs(task(List.of(4), 50, 9).prepare(SEEDS).train());
    assertThat(Arrays.copyOf(many, 10)).isDeepEqualTo(few);
    double[][] other = inputs(task(List.of(4), 10, 1).prepare(new SeedTree(10)).train());
    assertThat(other[0]).isNotEqualTo(few[0]);
  }

  @Test
  void theToleranceDecidesWhatIsRight() {
    RealTargets targets = (RealTargets) task(List.of(4), 10, 1).prepare(SEEDS).train().targets();
    assertThat(targets.tolerance()).isEqualTo(1e-3);
    assertThat(targets.judged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 4 | 5 | 10 | 10      | 0.1 | inputs: must be in 1..1000, got 0
          5 | 0 | 5 | 10 | 10      | 0.1 | teacher[0]: must be in 1..10000, got 0
          5 | 4 | 0 | 10 | 10      | 0.1 | outputs: must be in 1..1000, got 0
          5 | 4 | 5 | 0  | 10      | 0.1 | trainSize: must be in 1..1000000, got 0
          5 | 4 | 5 | 10 | 1000001 | 0.1 | evalSize: must be in 1..1000000, got 1000001
          5 | 4 | 5 | 10 | 10      | 0   | tolerance: must be > 0, got 0.0
          5 | 4 | 5 | 10 | 10      | NaN | tolerance: must be > 0, got NaN
          """)
  void badComponentsAreNamed(
      int in, int width, int out, int train, int eval, double tolerance, String message) {
    assertThatThrownBy(() -> new TeacherStudent(in, List.of(width), out, train, eval, tolerance))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }
}
