package org.dynlab.instrument.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.junit.jupiter.api.Test;

class FeatureStatisticsTest {

  private static Map<String, Double> measure(int rows, double[]... units) {
    double[] outputs = new double[rows * units.length];
    for (int j = 0; j < units.length; j++) {
      System.arraycopy(units[j], 0, outputs, j * rows, rows);
    }
    return Rows.of(
        new FeatureStatistics(0.999, 1024, Source.ALL)
            .begin(Subjects.withBiases(2, units.length, 2, 1)),
        RecordedView.ofLayers(rows, outputs, new double[2 * rows]));
  }

  private static double at(Map<String, Double> row, String name) {
    return row.get("features.layer1." + name);
  }

  /** sin and cos over whole periods are orthogonal and have mean 0. */
  private static double[] wave(int rows, double phase, double size) {
    double[] values = new double[rows];
    Arrays.setAll(values, i -> size * Math.sin(2 * Math.PI * i / rows + phase));
    return values;
  }

  @Test
  void ranksOfOrthogonalUnitsAreThoseOfTheirSizes() {
    int n = 160;
    Map<String, Double> row = measure(n, wave(n, 0, 3), wave(n, Math.PI / 2, 1));
    assertThat(at(row, "participation_ratio")).isCloseTo(100.0 / 82, within(1e-12));
    assertThat(at(row, "stable_rank")).isCloseTo(10.0 / 9, within(1e-12));
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    assertThat(at(row, "effective_rank")).isCloseTo(Math.exp(entropy), within(1e-12));
    assertThat(at(row, "numerical_rank")).isEqualTo(2);
    assertThat(at(row, "srank")).isEqualTo(2);
    assertThat(at(measure(n, wave(n, 0, 3), wave(n, 1.57, 0.001)), "srank")).isEqualTo(1);
    assertThat(at(row, "mean_correlation")).isCloseTo(0, within(1e-12));
    assertThat(at(row, "largest")).isEqualTo(3, within(1e-12));
    assertThat(at(row, "least")).isEqualTo(-3, within(1e-12));
  }

  @Test
  void deadConstantAndDuplicateUnitsAreCounted() {
    int n = 50;
    double[] constant = new double[n];
    Arrays.fill(constant, 0.1);
    double[] turned = Arrays.stream(wave(n, 0, 1)).map(v -> 4 - 2 * v).toArray();
    Map<String, Double> row =
        measure(n, wave(n, 0, 1), turned, new double[n], constant, wave(n, Math.PI / 2, 1));
    assertThat(at(row, "dead")).isEqualTo(1);
    assertThat(at(row, "constant")).isEqualTo(2);
    assertThat(at(row, "duplicates")).isEqualTo(1);
    assertThat(at(row, "mean_correlation")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(at(row, "numerical_rank")).isEqualTo(3);
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    int n = 40;
    double[] a = wave(n, 0.3, 1);
    double[] b = Arrays.stream(a).map(v -> v * v).toArray();
    double[] c = Arrays.stream(a).map(Math::exp).toArray();
    Map<String, Double> one = measure(n, a, b, c);
    Map<String, Double> other = measure(n, c, a, b);
    one.forEach(
        (name, value) -> {
          if (name.startsWith("features.layer1")) {
            assertThat(other.get(name)).as(name).isCloseTo(value, within(1e-12));
          }
        });
  }

  @Test
  void aLayerOfZerosIsAllDead() {
    Map<String, Double> row = measure(8, new double[8], new double[8]);
    assertThat(at(row, "dead")).isEqualTo(2);
    assertThat(at(row, "numerical_rank")).isZero();
    assertThat(at(row, "stable_rank")).isNaN();
    assertThat(at(row, "participation_ratio")).isNaN();
  }
}
