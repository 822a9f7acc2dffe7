package org.dynlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.ClassAnswers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.loss.NumberAnswers;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The kernels on CPU memory against the plain ones, for odd and even shapes in both formats. */
class KernelsTest {

  record Shape(DataType type, int rows, int inner, int columns) {
    /** Rounding errors grow with the number of terms of the sums over rows. */
    double tolerance() {
      return (type == DataType.DOUBLE ? 1e-12 : 2e-6) * Math.max(1, rows / 100);
    }
  }

  static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      shapes.add(new Shape(type, 1, 1, 1));
      shapes.add(new Shape(type, 5, 7, 3));
      shapes.add(new Shape(type, 64, 20, 97));
      shapes.add(new Shape(type, 129, 6, 31));
      shapes.add(new Shape(type, 1100, 4, 5));
    }
    return shapes;
  }

  private static final Kernels PLAIN = new PortableKernels();

  private static Stream stream() {
    return new SeedTree(11).stream("kernels");
  }

  private static Matrix random(Shape shape, int rows, int columns, Stream stream) {
    return random(shape, rows, columns, stream, false);
  }

  private static Matrix random(
      Shape shape, int rows, int columns, Stream stream, boolean rowMajor) {
    Matrix matrix = Matrix.uninitialised(shape.type(), rows, columns, rowMajor);
    double[] values = new double[rows * columns];
    Arrays.setAll(values, i -> 3 * stream.gaussian());
    PLAIN.write(values, matrix);
    return matrix;
  }

  private static Matrix copy(Matrix matrix) {
    return Matrix.of(matrix.array().dup(matrix.rowMajor() ? 'c' : 'f'));
  }

  private static Tokens tokens(int rows, int width, Stream stream) {
    int[][] bySlot = new int[3][rows];
    for (int[] slot : bySlot) {
      Arrays.setAll(slot, i -> stream.below(width));
    }
    return new Tokens(bySlot);
  }

  private static void assertSame(Matrix actual, Matrix expected, Shape shape) {
    double[] left = new double[actual.size()];
    double[] right = new double[actual.size()];
    PLAIN.read(actual, 0, left, left.length);
    PLAIN.read(expected, 0, right, right.length);
    double scale = 1 + Arrays.stream(right).map(Math::abs).max().orElse(0);
    for (int i = 0; i < left.length; i++) {
      assertThat(left[i]).isCloseTo(right[i], within(shape.tolerance() * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void productsAgree(Shape shape) {
    Stream stream = stream();
    Kernels fast = Backend.kernels(shape.type());
    for (int way = 0; way < 32; way++) {
      boolean turnA = (way & 1) != 0;
      boolean turnB = (way & 2) != 0;
      int n = shape.rows();
      int k = shape.inner();
      int m = shape.columns();
      Matrix a = random(shape, turnA ? k : n, turnA ? n : k, stream, (way & 4) != 0);
      Matrix b = random(shape, turnB ? m : k, turnB ? k : m, stream, (way & 8) != 0);
      Matrix actual = random(shape, n, m, stream, (way & 16) != 0);
      Matrix expected = copy(actual);
      fast.multiply(a, turnA, b, turnB, actual);
      PLAIN.multiply(a, turnA, b, turnB, expected);
      assertSame(actual, expected, shape);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tokenLayersAgree(Shape shape) {
    Stream stream = stream();
    Kernels fast = Backend.kernels(shape.type());
    Tokens tokens = tokens(shape.rows(), shape.inner(), stream);
    Matrix w = random(shape, shape.inner(), shape.columns(), stream);
    Matrix bias = random(shape, 1, shape.columns(), stream);
    for (Activation f : Activation.values()) {
      Matrix z = random(shape, shape.rows(), shape.columns(), stream, true);
      Matrix h = copy(z);
      Matrix expectedZ = copy(z);
      Matrix expectedH = copy(z);
      fast.activateSums(tokens, w, bias, f, z, h);
      PLAIN.activateSums(tokens, w, bias, f, expectedZ, expectedH);
      assertSame(z, expectedZ, shape);
      assertSame(h, expectedH, shape);
      Matrix error = random(shape, shape.rows(), shape.columns(), stream, true);
      Matrix[] actual = {copy(w), copy(bias)};
      Matrix[] expected = {copy(w), copy(bias)};
      fast.scatterError(tokens, z, f, copy(error), actual[0], actual[1]);
      PLAIN.scatterError(tokens, z, f, copy(error), expected[0], expected[1]);
      assertSame(actual[0], expected[0], shape);
      assertSame(actual[1], expected[1], shape);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void activationsAndSlopesAgree(Shape shape) {
    Stream stream = stream();
    Kernels fast = Backend.kernels(shape.type());
    Matrix bias = random(shape, 1, shape.columns(), stream);
    List<Activation> twice = new ArrayList<>(List.of(Activation.values()));
    twice.addAll(List.of(Activation.values()));
    boolean rowMajor = false;
    for (Activation f : twice) {
      rowMajor = !rowMajor;
      Matrix z = random(shape, shape.rows(), shape.columns(), stream, rowMajor);
      Matrix expectedZ = copy(z);
      Matrix h = copy(z);
      Matrix expectedH = copy(z);
      Matrix inPlace = copy(z);
      fast.activate(z, bias, f, h);
      fast.activate(inPlace, bias, f, inPlace);
      PLAIN.activate(expectedZ, bias, f, expectedH);
      assertSame(z, expectedZ, shape);
      assertSame(h, expectedH, shape);
      assertSame(inPlace, expectedH, shape);
      Matrix error = random(shape, shape.rows(), shape.columns(), stream, rowMajor);
      Matrix expectedError = copy(error);
      Matrix sums = copy(bias);
      Matrix expectedSums = copy(bias);
      fast.timesSlope(f.slopeFromValue() ? h : z, f, error, sums);
      PLAIN.timesSlope(z, f, expectedError, expectedSums);
      assertSame(error, expectedError, shape);
      assertSame(sums, expectedSums, shape);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void lossesErrorsAndColumnSumsAgree(Shape shape) {
    Stream stream = stream();
    for (Loss loss : Loss.values()) {
      int outputs = loss == Loss.HINGE ? 1 : shape.columns();
      int classes = loss == Loss.HINGE ? 2 : shape.columns();
      int[] labels = new int[shape.rows()];
      Arrays.setAll(labels, i -> stream.below(classes));
      assertLossesAgree(loss, new ClassAnswers(labels, outputs), shape, stream);
    }
    double[] numbers = new double[shape.rows() * shape.columns()];
    Arrays.setAll(numbers, i -> 3 * stream.gaussian());
    NumberAnswers answers = new NumberAnswers(numbers, shape.columns(), 20);
    assertLossesAgree(Loss.MEAN_SQUARED_ERROR, answers, shape, stream);
  }

  private static void assertLossesAgree(Loss loss, Answers answers, Shape shape, Stream stream) {
    Kernels fast = Backend.kernels(shape.type());
    Matrix bias = random(shape, 1, answers.outputs(), stream);
    Matrix z = random(shape, shape.rows(), answers.outputs(), stream);
    Matrix expectedError = copy(z);
    LossSum alone = fast.loss(loss, copy(z), bias, answers);
    LossSum actual = fast.lossAndError(loss, z, bias, answers);
    LossSum expected = PLAIN.lossAndError(loss, expectedError, bias, answers);
    assertThat(alone).isEqualTo(actual);
    assertThat(actual.correct()).isEqualTo(expected.correct());
    assertThat(actual.loss())
        .isCloseTo(expected.loss(), within(shape.tolerance() * (1 + expected.loss())));
    assertSame(z, expectedError, shape);
    Matrix sums = copy(bias);
    Matrix expectedSums = copy(bias);
    fast.columnSums(z, sums);
    PLAIN.columnSums(z, expectedSums);
    assertSame(sums, expectedSums, shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void sumsAndProductsEntryByEntryAgree(Shape shape) {
    Stream stream = stream();
    Kernels fast = Backend.kernels(shape.type());
    for (int way = 0; way < 4; way++) {
      Matrix from = random(shape, shape.rows(), shape.columns(), stream, (way & 1) != 0);
      Matrix to = random(shape, shape.rows(), shape.columns(), stream, (way & 2) != 0);
      Matrix expected = copy(to);
      fast.add(from, to);
      PLAIN.add(from, expected);
      assertSame(to, expected, shape);
      fast.scale(from, to);
      PLAIN.scale(from, expected);
      assertSame(to, expected, shape);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void readingGivesBackWhatWasWritten(Shape shape) {
    Kernels fast = Backend.kernels(shape.type());
    Matrix matrix = random(shape, shape.rows(), shape.columns(), stream());
    double[] values = new double[matrix.size()];
    Arrays.setAll(values, i -> i * 0.5);
    fast.write(values, matrix);
    double[] back = new double[values.length];
    fast.read(matrix, 0, back, back.length);
    assertThat(back).isEqualTo(values);
    double[] tail = new double[1];
    fast.read(matrix, values.length - 1, tail, 1);
    assertThat(tail[0]).isEqualTo(values[values.length - 1]);
  }
}
