package org.dynlab.core.engine.jet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.PortableKernels;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The passes on CPU memory against those point by point. */
class JetKernelsTest {
  private static final Kernels PLAIN = new PortableKernels();
  private static final JetKernels SLOW = new PortableJets();

  record Case(DataType type, Channels channels, int points, int width) {
    double tolerance() {
      return type == DataType.DOUBLE ? 1e-12 : 3e-6 * Math.max(1, points / 100);
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      for (Channels channels :
          List.of(
              new Channels(0, List.of(), false),
              new Channels(2, List.of(), false),
              new Channels(2, List.of(0), false),
              new Channels(3, List.of(0, 2), false),
              new Channels(2, List.of(), true))) {
        cases.add(new Case(type, channels, 1, 1));
        cases.add(new Case(type, channels, 37, 5));
        cases.add(new Case(type, channels, 700, 3));
      }
    }
    return cases;
  }

  private static Matrix random(Case each, int rows, int columns, Stream stream) {
    Matrix matrix = Matrix.uninitialised(each.type(), rows, columns, false);
    double[] values = new double[rows * columns];
    Arrays.setAll(values, i -> stream.gaussian());
    PLAIN.write(values, matrix);
    return matrix;
  }

  private static Matrix copy(Matrix matrix) {
    return Matrix.of(matrix.array().dup('f'));
  }

  private static void assertSame(Matrix actual, Matrix expected, Case each) {
    double[] left = new double[actual.size()];
    double[] right = new double[actual.size()];
    PLAIN.read(actual, 0, left, left.length);
    PLAIN.read(expected, 0, right, right.length);
    double worst = 0;
    for (int i = 0; i < left.length; i++) {
      worst = Math.max(worst, Math.abs(left[i] - right[i]) / (1 + Math.abs(right[i])));
    }
    assertThat(worst).isLessThan(each.tolerance());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothWaysAgreeForEveryFunction(Case each) {
    Stream stream = new SeedTree(5).stream("jets");
    JetKernels fast = JetKernels.fastest();
    int rows = each.points() * each.channels().count();
    for (Activation f : Activation.values()) {
      Matrix z = random(each, rows, each.width(), stream);
      Matrix slowZ = copy(z);
      Matrix bias = random(each, 1, each.width(), stream);
      Matrix h = copy(z);
      Matrix slowH = copy(z);
      fast.activate(each.channels(), z, bias, f, h);
      SLOW.activate(each.channels(), slowZ, bias, f, slowH);
      assertSame(h, slowH, each);
      Matrix error = random(each, rows, each.width(), stream);
      Matrix slowError = copy(error);
      Matrix slowBias = copy(bias);
      fast.reverse(each.channels(), z, f, error, bias);
      SLOW.reverse(each.channels(), slowZ, f, slowError, slowBias);
      assertSame(error, slowError, each);
      assertSame(bias, slowBias, each);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void biasesMayBeMissing(Case each) {
    Stream stream = new SeedTree(6).stream("jets");
    JetKernels fast = JetKernels.fastest();
    int rows = each.points() * each.channels().count();
    Matrix z = random(each, rows, each.width(), stream);
    Matrix slowZ = copy(z);
    Matrix h = random(each, rows, each.width(), stream);
    Matrix slowH = copy(h);
    fast.activate(each.channels(), z, null, Activation.SIN, h);
    SLOW.activate(each.channels(), slowZ, null, Activation.SIN, slowH);
    assertSame(h, slowH, each);
    fast.reverse(each.channels(), z, Activation.SIN, h, null);
    SLOW.reverse(each.channels(), slowZ, Activation.SIN, slowH, null);
    assertSame(h, slowH, each);
  }
}
