package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class NeuralCollapseTest {
  private static final NeuralCollapse COLLAPSE = new NeuralCollapse(100, Source.TRAIN);

  /** Features, labels and logits h·Wᵀ of n examples, with the weights W: [classes][width]. */
  private static Map<String, Double> measure(double[][] h, int[] y, double[][] w) {
    int n = h.length;
    int width = h[0].length;
    int classes = w.length;
    double[] columns = new double[n * width];
    double[] logits = new double[n * classes];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        columns[j * n + i] = h[i][j];
      }
      for (int c = 0; c < classes; c++) {
        logits[c * n + i] = Simplex.dot(w[c], h[i]);
      }
    }
    double[] parameters = new double[2 * width + width * classes];
    for (int c = 0; c < classes; c++) {
      System.arraycopy(w[c], 0, parameters, 2 * width + c * width, width);
    }
    RecordedView view =
        RecordedView.ofParameters(parameters)
            .withLayers(n, columns)
            .withTargets(new ClassTargets(y, classes), logits);
    return Rows.of(COLLAPSE.begin(Subjects.withoutBiases(2, width, classes)), view);
  }

  /** Made by NumPy 1.24 from the definitions, with a pseudo-inverse of rank C - 1. */
  @Test
  void numbersAreThoseOfTheDefinitions() {
    int[] y = IntStream.range(0, 12).map(i -> i % 3).toArray();
    double[][] h = new double[12][5];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 5; j++) {
        h[i][j] = Math.sin(1 + 3 * i + j * j * 0.7);
      }
      h[i][1] += 2 * y[i];
      h[i][3] += y[i] == 2 ? 1 : 0;
    }
    double[][] w = new double[3][5];
    for (int c = 0; c < 3; c++) {
      int row = c;
      Arrays.setAll(w[c], j -> Math.cos(2 * row + j));
    }
    Map<String, Double> found = measure(h, y, w);
    assertThat(found.get("collapse.train.nc1")).isCloseTo(2.067589629456086, within(1e-11));
    assertThat(found.get("collapse.train.nc2_norms")).isCloseTo(0.5012672767899504, within(1e-12));
    assertThat(found.get("collapse.train.nc2_angles")).isCloseTo(0.4150792792139722, within(1e-12));
    assertThat(found.get("collapse.train.nc2_norms_w"))
        .isCloseTo(0.08882865872844165, within(1e-12));
    assertThat(found.get("collapse.train.nc2_angles_w"))
        .isCloseTo(0.16023349184281602, within(1e-12));
    assertThat(found.get("collapse.train.nc3")).isCloseTo(1.9765775954579947, within(1e-12));
    assertThat(found.get("collapse.train.nc4")).isCloseTo(7 / 12.0, within(1e-12));
  }

  @Test
  void aSimplexThatTheWeightsShareHasCollapsed() {
    double[][] corners = {{1, 0}, {-0.5, Math.sqrt(0.75)}, {-0.5, -Math.sqrt(0.75)}};
    int[] y = IntStream.range(0, 9).map(i -> i % 3).toArray();
    double[][] h = Arrays.stream(y).mapToObj(c -> corners[c].clone()).toArray(double[][]::new);
    double[][] w = Arrays.stream(corners).map(NeuralCollapseTest::tripled).toArray(double[][]::new);
    assertThat(measure(h, y, w).values())
        .allSatisfy(v -> assertThat(v).isCloseTo(0, within(1e-12)));
  }

  private static double[] tripled(double[] x) {
    return Arrays.stream(x).map(v -> 3 * v).toArray();
  }

  @Test
  void aClassWithoutExamplesAndTargetsThatAreNoClassesGiveNothing() {
    double[][] h = {{1, 2}, {3, 4}, {5, 7}};
    double[][] w = {{1, 0}, {0, 1}, {1, 1}};
    assertThat(measure(h, new int[] {0, 1, 1}, w).values()).containsOnly(Double.NaN);
    RecordedView view = RecordedView.ofParameters(new double[10]).withLayers(3, new double[6]);
    assertThat(Rows.of(COLLAPSE.begin(Subjects.withoutBiases(2, 2, 3)), view).values())
        .containsOnly(Double.NaN);
  }
}
