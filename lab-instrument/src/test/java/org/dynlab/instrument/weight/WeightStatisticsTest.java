package org.dynlab.instrument.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Subjects;
import org.dynlab.store.table.Column;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightStatisticsTest {

  private static Map<String, Double> measure(
      Subject subject, boolean singularValues, double... parameters) {
    Gauge gauge = new WeightStatistics(singularValues).begin(subject);
    double[] row = gauge.measure(RecordedView.ofParameters(parameters));
    Map<String, Double> named = new LinkedHashMap<>();
    for (int c = 0; c < row.length; c++) {
      named.put(gauge.columns().get(c).name(), row[c]);
    }
    return named;
  }

  @Test
  void withoutBiasesAndSingularValuesTheirColumnsDoNotExist() {
    Gauge gauge = new WeightStatistics(false).begin(Subjects.withoutBiases(2, 2, 1));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .containsExactly(
            "weight.all.l1",
            "weight.all.l2",
            "weight.all.l1_over_l2",
            "weight.all.trace",
            "weight.all.mean",
            "weight.all.median",
            "weight.all.variance",
            "weight.all.norm",
            "weight.layer1.l1",
            "weight.layer1.l2",
            "weight.layer1.l1_over_l2",
            "weight.layer1.trace",
            "weight.layer2.l1",
            "weight.layer2.l2",
            "weight.layer2.l1_over_l2",
            "weight.layer2.trace");
  }

  @Test
  void withBiasesAndSingularValuesAllFourteenStatisticsExist() {
    Gauge gauge = new WeightStatistics(true).begin(Subjects.withBiases(2, 2));
    assertThat(gauge.columns())
        .extracting(Column::name)
        .startsWith(
            "weight.all.l1",
            "weight.all.l2",
            "weight.all.l1_over_l2",
            "weight.all.trace",
            "weight.all.spectral",
            "weight.all.trace_over_spectral",
            "weight.all.singular_mean",
            "weight.all.singular_variance",
            "weight.all.mean",
            "weight.all.median",
            "weight.all.variance",
            "weight.all.norm",
            "bias.all.mean",
            "bias.all.median",
            "bias.all.variance")
        .hasSize(15 + 8);
    assertThat(gauge.columns().get(7))
        .isEqualTo(
            new Column(
                "weight.all.singular_variance",
                "1",
                "mean over the weight matrices with at least two of them of: variance (n-1) of the"
                    + " singular values, those below 1e-5 as 0; symbol sigma(lambda)"));
  }

  @Test
  void aNetworkWorkedOutByHandHasItsNumbers() {
    // W1 = diag(3, -4), b1 = (1, 2); W2 = (5, 12)', b2 = 6.
    Map<String, Double> found =
        measure(Subjects.withBiases(2, 2, 1), true, 3, 0, 0, -4, 1, 2, 5, 12, 6);
    Map<String, Double> expected = new LinkedHashMap<>();
    expected.put("weight.all.l1", 12.0);
    expected.put("weight.all.l2", 9.0);
    expected.put("weight.all.l1_over_l2", (7.0 / 5 + 17.0 / 13) / 2);
    expected.put("weight.all.trace", 2.0);
    expected.put("weight.all.spectral", 8.5);
    expected.put("weight.all.trace_over_spectral", (-1.0 / 4 + 5.0 / 13) / 2);
    expected.put("weight.all.singular_mean", (3.5 + 13) / 2);
    expected.put("weight.all.singular_variance", 0.5);
    expected.put("weight.all.mean", 16.0 / 6);
    expected.put("weight.all.median", 0.0);
    expected.put("weight.all.variance", (194 - 6 * Math.pow(16.0 / 6, 2)) / 5);
    expected.put("weight.all.norm", Math.sqrt(194 + 41));
    expected.put("bias.all.mean", 3.0);
    expected.put("bias.all.median", 2.0);
    expected.put("bias.all.variance", 7.0);
    expected.put("weight.layer1.trace", -1.0);
    expected.put("weight.layer1.singular_variance", 0.5);
    expected.put("weight.layer2.l2", 13.0);
    expected.put("weight.layer2.singular_variance", Double.NaN);
    expected.forEach(
        (name, value) -> assertThat(found.get(name)).as(name).isEqualTo(value, within(1e-14)));
  }

  @Test
  void theKernelsAgreeWithASlowSecondImplementation() {
    Subject subject = Subjects.withBiases(30, 41, 17);
    double[] parameters = new SplittableRandom(7).doubles(subject.layout().size(), -1, 1).toArray();
    Map<String, Double> found = measure(subject, true, parameters);
    double[] weights =
        subject.layout().weights().stream()
            .flatMapToDouble(block -> DoubleStream.of(entries(block, parameters)))
            .sorted()
            .toArray();
    double mean = DoubleStream.of(weights).average().orElseThrow();
    double squares = DoubleStream.of(weights).map(w -> (w - mean) * (w - mean)).sum();
    assertThat(found.get("weight.all.mean")).isEqualTo(mean, within(1e-15));
    assertThat(found.get("weight.all.median")).isEqualTo(weights[(weights.length - 1) / 2]);
    assertThat(found.get("weight.all.variance"))
        .isEqualTo(squares / (weights.length - 1), within(1e-14));
    for (ParameterBlock block : subject.layout().weights()) {
      assertMatrix(found, block, entries(block, parameters));
    }
  }

  private static void assertMatrix(
      Map<String, Double> found, ParameterBlock block, double[] entries) {
    String prefix = "weight." + block.layer() + ".";
    double[] singular = singularValues(block, entries);
    double mean = DoubleStream.of(singular).average().orElseThrow();
    double squares = DoubleStream.of(singular).map(s -> (s - mean) * (s - mean)).sum();
    double l1 = DoubleStream.of(entries).map(Math::abs).sum();
    double l2 = Math.sqrt(DoubleStream.of(singular).map(s -> s * s).sum());
    assertThat(found.get(prefix + "l1")).isEqualTo(l1, within(1e-10));
    assertThat(found.get(prefix + "l2")).isEqualTo(l2, within(1e-10));
    assertThat(found.get(prefix + "l1_over_l2")).isEqualTo(l1 / l2, within(1e-10));
    assertThat(found.get(prefix + "spectral"))
        .isEqualTo(DoubleStream.of(singular).max().orElseThrow(), within(1e-10));
    assertThat(found.get(prefix + "singular_mean")).isEqualTo(mean, within(1e-10));
    assertThat(found.get(prefix + "singular_variance"))
        .isEqualTo(squares / (singular.length - 1), within(1e-10));
  }

  private static double[] entries(ParameterBlock block, double[] parameters) {
    return Arrays.copyOfRange(parameters, block.offset(), block.end());
  }

  private static double[] singularValues(ParameterBlock block, double[] entries) {
    DMatrixRMaj transposed = new DMatrixRMaj(block.columns(), block.rows(), true, entries);
    SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.svd(block.columns(), block.rows(), false, false, false);
    decomposition.decompose(transposed);
    int count = Math.min(block.rows(), block.columns());
    return Arrays.copyOf(decomposition.getSingularValues(), count);
  }

  @Test
  void singularValuesBelowTheLimitOfThePublishedCodeCountAsZero() {
    Map<String, Double> found = measure(Subjects.withoutBiases(2, 2), true, 1, 0, 0, 9e-6);
    assertThat(found.get("weight.layer1.singular_mean")).isEqualTo(0.5);
    assertThat(found.get("weight.layer1.singular_variance")).isEqualTo(0.5);
  }

  @Test
  void renumberingTheNeuronsChangesNothingButTheTrace() {
    Subject subject = Subjects.withBiases(3, 2, 2);
    double[] a = {1, 2, 3, 4, 5, 7, /* b1 */ 8, 9, /* W2 */ 1, -2, 3, -4, /* b2 */ 0, 1};
    double[] b = {4, 5, 7, 1, 2, 3, /* b1 */ 9, 8, /* W2 */ -2, 1, -4, 3, /* b2 */ 0, 1};
    Map<String, Double> first = measure(subject, true, a);
    Map<String, Double> second = measure(subject, true, b);
    first.forEach(
        (name, value) -> {
          if (!name.contains("trace")) {
            assertThat(second.get(name))
                .as(name)
                .isEqualTo(value, within(1e-14 * (1 + value * value)));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aWeightThatIsNotFiniteMakesEverythingItEntersNaN(double bad) {
    Map<String, Double> found =
        measure(Subjects.withBiases(2, 2, 1), true, 3, 0, 0, bad, 1, 2, 5, 12, 6);
    found.forEach(
        (name, value) -> {
          boolean spoilt = name.startsWith("weight.all") || name.startsWith("weight.layer1");
          boolean undefined = name.equals("weight.layer2.singular_variance");
          assertThat(Double.isNaN(value)).as(name).isEqualTo(spoilt || undefined);
        });
  }

  @Test
  void aBiasThatIsNotFiniteLeavesTheWeightsMeasured() {
    Map<String, Double> found =
        measure(Subjects.withBiases(2, 2), true, 3, 0, 0, -4, 1, Double.POSITIVE_INFINITY);
    assertThat(found.get("bias.all.median")).isNaN();
    assertThat(found.get("weight.all.norm")).isNaN();
    assertThat(found.get("weight.all.l2")).isEqualTo(5);
  }

  @Test
  void theRatiosOfAZeroMatrixAreUndefined() {
    Map<String, Double> found = measure(Subjects.withoutBiases(2, 2), true, 0, 0, 0, 0);
    assertThat(found.get("weight.all.l1")).isZero();
    assertThat(found.get("weight.all.l1_over_l2")).isNaN();
    assertThat(found.get("weight.all.trace_over_spectral")).isNaN();
    assertThat(found.get("weight.all.singular_mean")).isZero();
  }
}
