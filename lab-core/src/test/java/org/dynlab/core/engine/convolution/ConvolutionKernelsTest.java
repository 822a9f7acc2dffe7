package org.dynlab.core.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.PortableKernels;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The convolution kernels on CPU memory against the definitions written as loops. */
class ConvolutionKernelsTest {

  record Case(DataType type, int rows, ConvolutionShape shape, boolean planar) {
    ConvolutionKernels fast() {
      return ConvolutionKernels.fastest(type, shape);
    }

    ConvolutionKernels plain() {
      return new PortableConvolution(shape);
    }

    Matrix random(int columns, Stream stream) {
      return random(rows, columns, stream);
    }

    Matrix weights(Stream stream) {
      return random(shape.patch(), shape.outputs(), stream);
    }

    /** Multiples of a quarter, so that windows have equal largest numbers. */
    private Matrix random(int height, int columns, Stream stream) {
      double[] values = new double[height * columns];
      Arrays.setAll(values, i -> 0.25 * Math.rint(4 * stream.gaussian()));
      return of(values, height, columns);
    }

    Matrix blank(int columns) {
      return blank(rows, columns);
    }

    Matrix blank(int height, int columns) {
      double[] values = new double[height * columns];
      Arrays.fill(values, 7);
      return of(values, height, columns);
    }

    private Matrix of(double[] values, int height, int columns) {
      Matrix matrix = Matrix.uninitialised(type, height, columns, false);
      new PortableKernels().write(values, matrix);
      return matrix;
    }

    void assertSame(Matrix actual, Matrix expected) {
      double[] left = read(actual);
      double[] right = read(expected);
      double scale = 1 + Arrays.stream(right).map(Math::abs).max().orElse(0);
      double tolerance = (type == DataType.DOUBLE ? 1e-13 : 1e-6) * scale;
      for (int i = 0; i < left.length; i++) {
        assertThat(left[i]).isCloseTo(right[i], within(tolerance));
      }
    }

    static double[] read(Matrix matrix) {
      double[] values = new double[matrix.size()];
      new PortableKernels().read(matrix, 0, values, values.length);
      return values;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      for (boolean planar : new boolean[] {true, false}) {
        cases.add(new Case(type, 1, new ConvolutionShape(1, 1, 1, 1, 1, 0, 1), planar));
        cases.add(new Case(type, 3, new ConvolutionShape(1, 8, 8, 3, 5, 2, 2), planar));
        cases.add(new Case(type, 5, new ConvolutionShape(2, 6, 9, 4, 3, 0, 2), planar));
        cases.add(new Case(type, 7, new ConvolutionShape(3, 7, 5, 2, 2, 1, 3), planar));
        cases.add(new Case(type, 300, new ConvolutionShape(2, 4, 4, 20, 3, 0, 2), planar));
        cases.add(new Case(type, 70, new ConvolutionShape(40, 4, 4, 260, 3, 0, 1), planar));
      }
    }
    return cases;
  }

  private static Stream stream() {
    return new SeedTree(12).stream("convolution");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void framingPutsZerosAroundAndUnframingTakesThemAway(Case each) {
    Matrix x = each.random(each.shape().inputSize(), stream());
    Matrix actual = each.blank(each.shape().frameSize());
    Matrix expected = each.blank(each.shape().frameSize());
    each.fast().frame(x, each.planar(), actual);
    each.plain().frame(x, each.planar(), expected);
    each.assertSame(actual, expected);
    for (ConvolutionKernels kernels : List.of(each.fast(), each.plain())) {
      Matrix back = each.blank(each.shape().inputSize());
      kernels.unframe(actual, each.planar(), back);
      assertThat(Case.read(back)).isEqualTo(Case.read(x));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void convolvesAndCarriesErrorsBackLikeTheDefinitions(Case each) {
    Stream stream = stream();
    ConvolutionShape shape = each.shape();
    Matrix frame = each.random(shape.frameSize(), stream);
    Matrix w = each.weights(stream);
    Matrix error = each.random(shape.mapSize(), stream);
    Matrix[] maps = {each.blank(shape.mapSize()), each.blank(shape.mapSize())};
    Matrix[] frames = {each.blank(shape.frameSize()), each.blank(shape.frameSize())};
    Matrix[] ws = {
      each.blank(shape.patch(), shape.outputs()), each.blank(shape.patch(), shape.outputs())
    };
    for (int k = 0; k < 2; k++) {
      ConvolutionKernels kernels = k == 0 ? each.fast() : each.plain();
      kernels.convolve(frame, w, maps[k]);
      kernels.weightGradient(frame, error, ws[k]);
      kernels.frameError(error, w, frames[k]);
    }
    each.assertSame(maps[0], maps[1]);
    each.assertSame(ws[0], ws[1]);
    each.assertSame(frames[0], frames[1]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void poolsAndSharesErrorsLikeTheDefinitions(Case each) {
    ConvolutionShape shape = each.shape();
    for (Pooling pooling : Pooling.values()) {
      Stream stream = stream();
      Matrix map = each.random(shape.mapSize(), stream);
      Matrix other = each.of(Case.read(map), each.rows(), shape.mapSize());
      Matrix error = each.random(shape.pooledSize(), stream);
      Matrix actual = each.blank(shape.pooledSize());
      Matrix expected = each.blank(shape.pooledSize());
      each.fast().pool(pooling, map, actual);
      each.plain().pool(pooling, map, expected);
      each.assertSame(actual, expected);
      each.fast().unpool(pooling, map, error);
      each.plain().unpool(pooling, other, error);
      each.assertSame(map, other);
    }
  }
}
