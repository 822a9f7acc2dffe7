package org.dynlab.instrument.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.instrument.RecordedView;
import org.dynlab.instrument.Rows;
import org.dynlab.instrument.Subjects;
import org.dynlab.instrument.information.BinnedInformation.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinningTest {
  private static final double LN_2 = Math.log(2);

  private static BinnedInformation of(Grid grid, int count, double low, double high, double width) {
    return new BinnedInformation(grid, count, low, high, width, false, 5000, Source.TRAIN);
  }

  private static Binning edges() {
    return new Binning(Grid.EDGES.bins(of(Grid.EDGES, 30, -1, 1, 1)));
  }

  /** Counting tuples in a map. */
  private static double slow(double[] outputs, int n, int[] classes, DoubleUnaryOperator bin) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (int i = 0; i < n; i++) {
      int row = i;
      List<Object> code =
          IntStream.range(0, outputs.length / n)
              .mapToObj(j -> (Object) bin.applyAsDouble(outputs[j * n + row]))
              .toList();
      counts.merge(List.of(code, classes[i]), 1, Integer::sum);
    }
    return counts.values().stream().mapToDouble(c -> -c * Math.log((double) c / n) / n).sum();
  }

  @Test
  void entropiesAreThoseOfCountedTuples() {
    int n = 500;
    double[] outputs = Gaussians.normals(3 * n, 4);
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = Math.tanh(2 * outputs[i]);
    }
    int[] y = IntStream.range(0, n).map(i -> i % 7 % 3).toArray();
    ProbeClasses classes = ProbeClasses.of(new ClassTargets(y, 3));
    DoubleUnaryOperator coarse = x -> Math.floor(x / 0.5);
    Binning binning = new Binning(Grid.WIDTH.bins(of(Grid.WIDTH, 2, 0, 1, 0.5)));
    Estimate found = binning.of(outputs, n, Optional.of(classes));
    double entropy = slow(outputs, n, new int[n], coarse);
    double joint = slow(outputs, n, y, coarse);
    assertThat(found.ofInputs()).isCloseTo(entropy, within(1e-12));
    assertThat(found.ofClasses()).isCloseTo(entropy - (joint - classes.entropy()), within(1e-12));
  }

  @Test
  void differentCodesReachLogPAndOneCodePerClassTheEntropyOfTheClasses() {
    int n = 1000;
    double[] different = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    int[] y = IntStream.range(0, n).map(i -> i % 10 < 3 ? 0 : 1).toArray();
    ProbeClasses classes = ProbeClasses.of(new ClassTargets(y, 2));
    Binning binning = new Binning(Grid.WIDTH.bins(of(Grid.WIDTH, 2, 0, 1, 1)));
    assertThat(binning.of(different, n, Optional.empty()).ofInputs())
        .isCloseTo(Math.log(n), within(1e-12));
    double[] collapsed = Arrays.stream(y).mapToDouble(c -> 5 * c).toArray();
    Estimate found = binning.of(collapsed, n, Optional.of(classes));
    assertThat(found.ofInputs()).isCloseTo(classes.entropy(), within(1e-12));
    assertThat(found.ofClasses()).isCloseTo(classes.entropy(), within(1e-12));
    assertThat(binning.of(new double[n], n, Optional.of(classes)).ofInputs()).isZero();
  }

  /**
   * The three-neuron model of Saxe et al.: one unit f(w x) with x ~ N(0, 1). For tanh the share of
   * the bin between edges a and b is Φ(artanh(b)/w) - Φ(artanh(a)/w).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 2, 5, 50})
  void oneTanhUnitHasTheEntropyOfItsIntegral(double w) {
    double expected = 0;
    for (int k = 0; k < 29; k++) {
      double from = -1 + 2.0 * k / 29;
      double to = k == 28 ? 1 : -1 + 2.0 * (k + 1) / 29;
      double p = Gaussians.distribution(artanh(to) / w) - Gaussians.distribution(artanh(from) / w);
      expected -= p > 0 ? p * Math.log(p) : 0;
    }
    int n = 20_001;
    double[] h = new double[n];
    Arrays.setAll(h, i -> Math.tanh(w * Gaussians.quantile((i + 0.5) / n)));
    assertThat(edges().of(h, n, Optional.empty()).ofInputs()).isCloseTo(expected, within(0.01));
  }

  private static double artanh(double y) {
    return Math.abs(y) == 1 ? y * 1e9 : 0.5 * Math.log((1 + y) / (1 - y));
  }

  @Test
  void informationOfOneTanhUnitRisesAndFallsToOneBitAndThatOfAReluUnitRises() {
    int n = 4001;
    double[] x = new double[n];
    Arrays.setAll(x, i -> Gaussians.quantile((i + 0.5) / n));
    double[] tanh = new double[3];
    double[] relu = new double[3];
    double[] weights = {0.05, 1, 1000};
    Binning wide = new Binning(Grid.RANGE.bins(of(Grid.RANGE, 100_000, 0, 4000, 1)));
    for (int k = 0; k < 3; k++) {
      double w = weights[k];
      double[] h = Arrays.stream(x).map(v -> Math.tanh(w * v)).toArray();
      tanh[k] = edges().of(h, n, Optional.empty()).ofInputs() / LN_2;
      double[] r = Arrays.stream(x).map(v -> Math.max(0, w * v)).toArray();
      relu[k] = wide.of(r, n, Optional.empty()).ofInputs() / LN_2;
    }
    assertThat(tanh[1]).isGreaterThan(tanh[0] + 1).isGreaterThan(tanh[2] + 1);
    assertThat(tanh[2]).isCloseTo(1, within(0.02));
    assertThat(relu[0]).isLessThan(relu[1]);
    assertThat(relu[1]).isLessThan(relu[2]);
  }

  @Test
  void everyNumberHasABin() {
    double[] x = {-7, -1, -0.9999, 0, 0.9999, 1, 7};
    double[] bins = new double[x.length];
    Grid.EDGES.bins(of(Grid.EDGES, 3, -1, 1, 1)).of(x, x.length, bins);
    assertThat(bins).containsExactly(-1, 0, 0, 1, 1, 1, 2);
    Grid.RANGE.bins(of(Grid.RANGE, 2, -1, 1, 1)).of(x, x.length, bins);
    assertThat(bins).containsExactly(0, 0, 0, 1, 1, 1, 1);
    Grid.WIDTH.bins(of(Grid.WIDTH, 2, 0, 1, 0.5)).of(x, x.length, bins);
    assertThat(bins).containsExactly(-14, -2, -2, 0, 1, 2, 14);
    Grid.TANH.bins(of(Grid.TANH, 3, -1, 1, 1)).of(x, x.length, bins);
    assertThat(bins).containsExactly(0, 1, 1, 2, 2, 3, 3);
  }

  @Test
  void theInstrumentWritesBitsWithCeilingFloorAndFlag() {
    int n = 100;
    double[] outputs = IntStream.range(0, n).mapToDouble(i -> i / 101.0).toArray();
    int[] y = IntStream.range(0, n).map(i -> i % 2).toArray();
    RecordedView view = RecordedView.ofLayers(n, outputs).withTargets(new ClassTargets(y, 2));
    Map<String, Double> coarse =
        Rows.of(of(Grid.WIDTH, 2, 0, 1, 0.5).begin(Subjects.withBiases(2, 1, 2)), view);
    assertThat(coarse.get("mi.ceiling.x_t_width_5e-1_train")).isCloseTo(6.6439, within(1e-4));
    assertThat(coarse.get("mi.floor.x_t_width_5e-1_train")).isCloseTo(1, within(1e-12));
    assertThat(coarse.get("mi.layer1.x_t_width_5e-1_train")).isCloseTo(1, within(1e-3));
    assertThat(coarse).containsEntry("mi.layer1.saturated_x_t_width_5e-1_train", 0.0);
    Map<String, Double> fine =
        Rows.of(of(Grid.WIDTH, 2, 0, 1, 0.005).begin(Subjects.withBiases(2, 1, 2)), view);
    assertThat(fine).containsEntry("mi.layer1.saturated_x_t_width_5e-3_train", 1.0);
    assertThat(fine.get("mi.layer1.t_y_width_5e-3_train")).isCloseTo(1, within(1e-12));
  }

  @Test
  void scaledToAUnitRootMeanSquareTheScaleOfALayerDoesNotMatter() {
    int n = 60;
    double[] outputs = Gaussians.normals(n, 2);
    double[] larger = Arrays.stream(outputs).map(v -> 1000 * v).toArray();
    BinnedInformation scaled =
        new BinnedInformation(Grid.WIDTH, 2, 0, 1, 0.3, true, 5000, Source.EVAL);
    double[] small =
        scaled.begin(Subjects.withBiases(2, 1, 2)).measure(RecordedView.ofLayers(n, outputs));
    double[] large =
        scaled.begin(Subjects.withBiases(2, 1, 2)).measure(RecordedView.ofLayers(n, larger));
    assertThat(large).isEqualTo(small);
  }

  @Test
  void anOutputThatIsNotFiniteMakesTheLayerUnknownAndNoFlag() {
    RecordedView view = RecordedView.ofLayers(2, new double[] {1, Double.NaN});
    Map<String, Double> row =
        Rows.of(of(Grid.EDGES, 30, -1, 1, 1).begin(Subjects.withBiases(2, 1, 2)), view);
    assertThat(row)
        .containsEntry("mi.layer1.x_t_edges_30_train", Double.NaN)
        .containsEntry("mi.layer1.saturated_x_t_edges_30_train", Double.NaN)
        .containsEntry("mi.ceiling.x_t_edges_30_train", 1.0);
  }
}
