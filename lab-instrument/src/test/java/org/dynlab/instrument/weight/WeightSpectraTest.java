package org.dynlab.instrument.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;

class WeightSpectraTest {

  private static Map<String, Double> measure(int values, double... parameters) {
    return Rows.of(
        new WeightSpectra(values).begin(Subjects.withoutBiases(2, 2)),
        RecordedView.ofParameters(parameters));
  }

  @Test
  void aDiagonalMatrixShowsItsDiagonal() {
    Map<String, Double> row = measure(5, 3, 0, 0, -4);
    assertThat(row)
        .containsEntry("spectrum.layer1.largest", 4.0)
        .containsEntry("spectrum.layer1.sigma_1", 4.0)
        .containsEntry("spectrum.layer1.sigma_2", 3.0)
        .doesNotContainKey("spectrum.layer1.sigma_3");
    assertThat(row.get("spectrum.layer1.stable_rank")).isCloseTo(25 / 16.0, within(1e-14));
    double p = 4 / 7.0;
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertThat(row.get("spectrum.layer1.effective_rank"))
        .isCloseTo(Math.exp(entropy), within(1e-14));
    assertThat(row.get("spectrum.all.largest")).isEqualTo(4);
  }

  @Test
  void multiplesOfTheIdentityHaveFullRankAndOuterProductsOne() {
    Map<String, Double> identity = measure(0, 0.1, 0, 0, 0.1);
    assertThat(identity.get("spectrum.layer1.stable_rank")).isCloseTo(2, within(1e-14));
    assertThat(identity.get("spectrum.layer1.effective_rank")).isCloseTo(2, within(1e-14));
    Map<String, Double> outer = measure(0, 1, 2, 3, 6);
    assertThat(outer.get("spectrum.layer1.stable_rank")).isCloseTo(1, within(1e-14));
    assertThat(outer.get("spectrum.layer1.effective_rank")).isCloseTo(1, within(1e-6));
  }

  @Test
  void singularValuesAreThoseOfEjmlAndAveragesGoOverMatrices() {
    SplittableRandom random = new SplittableRandom(3);
    double[] parameters = random.doubles(5 * 7 + 7 * 4, -1, 1).toArray();
    Map<String, Double> row =
        Rows.of(
            new WeightSpectra(4).begin(Subjects.withoutBiases(5, 7, 4)),
            RecordedView.ofParameters(parameters));
    DMatrixRMaj first = new DMatrixRMaj(5, 7);
    for (int k = 0; k < 35; k++) {
      first.set(k % 5, k / 5, parameters[k]);
    }
    double[] sigma = SingularOps_DDRM.singularValues(first);
    for (int k = 0; k < 4; k++) {
      assertThat(row.get("spectrum.layer1.sigma_" + (k + 1))).isCloseTo(sigma[k], within(1e-13));
    }
    for (String statistic : new String[] {"largest", "stable_rank", "effective_rank"}) {
      double mean =
          (row.get("spectrum.layer1." + statistic) + row.get("spectrum.layer2." + statistic)) / 2;
      assertThat(row.get("spectrum.all." + statistic)).isCloseTo(mean, within(1e-13));
    }
  }

  @Test
  void zeroHasNoRankAndNotANumberNothing() {
    assertThat(measure(0, 0, 0, 0, 0))
        .containsEntry("spectrum.layer1.largest", 0.0)
        .containsEntry("spectrum.layer1.stable_rank", Double.NaN)
        .containsEntry("spectrum.layer1.effective_rank", Double.NaN);
    assertThat(measure(1, 1, Double.NaN, 0, 0).values()).containsOnly(Double.NaN);
  }
}
