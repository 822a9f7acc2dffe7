package org.dynlab.core.model.firstlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.SymmetricMatrix;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.model.Mlp;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beginnings of a first layer: their formulas, their laws, and the ranks they are there for. */
class FirstLayerTest {
  private static final int POINTS = 201;
  private static final String TANH = "activation: tanh, loss: meanSquaredError";

  /** Points spread evenly over [low, high], with zeros to be met. */
  private static Examples line(double low, double high) {
    double[] x = new double[POINTS];
    Arrays.setAll(x, i -> low + (high - low) * i / (POINTS - 1));
    return new Examples(new DenseFeatures(x, 1), new RealTargets(new double[POINTS], 1));
  }

  /** The corners and the centre of [0, 2] × [-3, 3]. */
  private static Examples rectangle() {
    double[] x = {0, -3, 2, -3, 0, 3, 2, 3, 1, 0};
    return new Examples(new DenseFeatures(x, 2), new RealTargets(new double[5], 1));
  }

  private static Network build(String options, Examples examples, long seed) {
    return Networks.mlp("{" + options + ", " + TANH + "}")
        .build(examples, Precision.DOUBLE, new SeedTree(seed));
  }

  private static DenseMatrix outputs(Network network, Examples examples, int layer) {
    Matrix h =
        network.hiddenOutputs(network.stageInputs(examples.features()), examples.rows()).get(layer);
    double[] values = new double[h.rows() * h.columns()];
    network.read(h, 0, values, values.length);
    DenseMatrix matrix = new DenseMatrix(examples.rows(), values.length / examples.rows());
    matrix.entries().put(0, values);
    return matrix;
  }

  /** Eigenvalues of scale · ΦᵀΦ above 1e-6. */
  private static int rank(DenseMatrix outputs, double scale) {
    SymmetricMatrix gram = new SymmetricMatrix(outputs.columns());
    gram.setGram(outputs, scale);
    return gram.countAbove(1e-6);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 3", "-0.5, 0.25"})
  void deterministicNeuronsAreStepsOnAUniformGrid(double low, double high) {
    Examples examples = line(low, high);
    DenseMatrix outputs =
        outputs(build("hidden: [30], firstLayer: deterministic", examples, 1), examples, 0);
    double steepness = 30 / (high - low);
    for (int j = 0; j < 30; j++) {
      double place = low + (high - low) * j / 29;
      for (int i = 0; i < POINTS; i++) {
        double x = low + (high - low) * i / (POINTS - 1);
        assertThat(outputs.entries().get(j * POINTS + i))
            .isCloseTo(Math.tanh(steepness * (x - place)), within(1e-12));
      }
    }
  }

  @Test
  void theInitialRanksAreThoseOfTable1_3() {
    Examples examples = line(-1, 1);
    DenseMatrix steps =
        outputs(build("hidden: [30, 30], firstLayer: deterministic", examples, 0), examples, 1);
    assertThat(rank(steps, 1)).isEqualTo(30);
    assertThat(rank(steps, 1.0 / POINTS)).isEqualTo(29);
    DenseMatrix random = outputs(build("hidden: [30, 30]", examples, 0), examples, 1);
    assertThat(rank(random, 1)).isBetween(6, 8);
    assertThat(rank(random, 1.0 / POINTS)).isBetween(5, 6);
  }

  @Test
  void uniformDensityHasUnitDirectionsAndOffsetsFromTheCentreToTheCorner() {
    int width = 2000;
    double[] values =
        build("hidden: [2000], firstLayer: {kind: uniformDensity, gamma: 2}", rectangle(), 3)
            .read();
    double[] offsets = new double[width];
    double[] angles = new double[width];
    for (int j = 0; j < width; j++) {
      double a = values[2 * j] / 2;
      double b = values[2 * j + 1] / 2;
      assertThat(Math.hypot(a, b)).isCloseTo(1, within(1e-12));
      angles[j] = (Math.atan2(b, a) + Math.PI) / (2 * Math.PI);
      offsets[j] = (values[2 * width + j] / 2 + a) / Math.sqrt(10);
    }
    assertUniform(angles);
    assertUniform(offsets);
  }

  /** Kolmogorov and Smirnov's distance to the uniform law on [0, 1], far below what 1 % reach. */
  private static void assertUniform(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      distance = Math.max(distance, Math.abs(sorted[i] - (i + 0.5) / sorted.length));
    }
    assertThat(sorted[0]).isNotNegative();
    assertThat(sorted[sorted.length - 1]).isLessThanOrEqualTo(1);
    assertThat(distance).isLessThan(1.63 / Math.sqrt(sorted.length));
  }

  @Test
  void structuredTanhNeuronsFollowTheFormulasOfTheirPaper() {
    int width = 900;
    double side = Math.sqrt(12);
    double gamma = 0.5 * (30 - 1) / side;
    double[] values =
        build("hidden: [900], firstLayer: {kind: structured, factor: 0.5}", rectangle(), 3).read();
    double[] shifts = new double[width];
    for (int j = 0; j < width; j++) {
      assertThat(Math.hypot(values[2 * j], values[2 * j + 1])).isCloseTo(gamma, within(1e-9));
      shifts[j] = (values[2 * width + j] + values[2 * j]) / gamma / side;
    }
    assertUniform(shifts);
  }

  @Test
  void structuredCosineNeuronsHaveNormalDirectionsAndTheShiftsAskedFor() {
    int width = 2000;
    String options =
        "{hidden: [2000], activation: cos, loss: meanSquaredError,"
            + " firstLayer: {kind: structured, gamma: 3, shiftMin: -1, shiftMax: 1}}";
    double[] values =
        Networks.mlp(options).build(line(0, 2), Precision.DOUBLE, new SeedTree(1)).read();
    double square = 0;
    double[] shifts = new double[width];
    for (int j = 0; j < width; j++) {
      square += values[j] * values[j] / 9;
      shifts[j] = ((values[width + j] + values[j]) / 3 + 1) / 2;
    }
    assertThat(square / width).isCloseTo(1, within(0.1));
    assertUniform(shifts);
  }

  @Test
  void inOneDimensionTheStructuredSteepnessIsNearlyTheDeterministicOne() {
    double[] structured = build("hidden: [50], firstLayer: structured", line(-1, 1), 1).read();
    double[] steps = build("hidden: [50], firstLayer: deterministic", line(-1, 1), 1).read();
    for (int j = 0; j < 50; j++) {
      assertThat(Math.abs(structured[j])).isCloseTo(49 / 2.0, within(1e-9));
      assertThat(steps[j]).isEqualTo(25);
    }
  }

  @Test
  void theOtherLayersBeginAsTheyDoWithoutAndTheScaleActsOnAll() {
    double[] plain = build("hidden: [5, 4]", line(-1, 1), 7).read();
    double[] steps = build("hidden: [5, 4], firstLayer: deterministic", line(-1, 1), 7).read();
    double[] large =
        build("hidden: [5, 4], firstLayer: deterministic, initScale: 8", line(-1, 1), 7).read();
    for (int i = 0; i < plain.length; i++) {
      assertThat(steps[i] == plain[i]).isEqualTo(i >= 10);
      assertThat(large[i]).isEqualTo(8 * steps[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deterministic | 2 | model.firstLayer: must be a first layer for 2 inputs, got"
            + " deterministic (that is for one; uniformDensity and structured for any)",
        "deterministic | 0 | model.firstLayer: must have training inputs that differ, got [4.0]",
        "uniformDensity | 0 | model.firstLayer: must have training inputs that differ, got [4.0]",
        "structured | 0 | model.firstLayer: must have training inputs that fill a box, got a flat"
            + " one",
        "{kind: structured, shiftMin: 9} | 1 | model.firstLayer.shiftMin: must be < 2.0 here,"
            + " got 9.0",
      })
  void inputsThatCannotBeServedAreRefused(String row) {
    String[] parts = row.split(" \\| ", -1);
    Examples examples =
        switch (parts[1]) {
          case "2" -> rectangle();
          case "1" -> line(-1, 1);
          default -> line(4, 4);
        };
    assertThatThrownBy(() -> build("hidden: [5], firstLayer: " + parts[0], examples, 1))
        .isInstanceOf(UserError.class)
        .hasMessage(parts[2]);
  }

  @Test
  void tokensHaveNoBox() {
    Mlp model = Networks.mlp("{hidden: [5], firstLayer: uniformDensity}");
    Examples tokens = Networks.tokens(6, 4, 2);
    assertThatThrownBy(() -> model.build(tokens, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage("model.firstLayer: must have inputs that are numbers, got tokens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "activation: relu, firstLayer: structured | firstLayer: must suit the activation relu,"
            + " got structured (that is for tanh and cos)",
        "firstLayer: uniformDensity, bias: output | bias: must be true for the first layer,"
            + " got output (firstLayer sets weights and biases)",
        "firstLayer: {kind: uniformDensity, gamma: 0, radius: -1} | firstLayer.gamma: must be > 0,"
            + " got 0.0~firstLayer.radius: must be > 0, got -1.0",
        "firstLayer: {kind: structured, shiftMin: 2, shiftMax: 1} | firstLayer.shiftMax:"
            + " must be > shiftMin, got 1.0",
      })
  void whatDoesNotFitIsRefused(String options, String message) {
    assertThatThrownBy(() -> Networks.mlp("{hidden: [5], " + options + "}"))
        .isInstanceOf(UserError.class)
        .hasMessage(message.replace('~', '\n'));
  }

  @Test
  void theSameSeedDrawsTheSameLayer() {
    String options = "hidden: [20], firstLayer: uniformDensity";
    double[] first = build(options, rectangle(), 5).read();
    assertThat(build(options, rectangle(), 5).read()).isEqualTo(first);
    assertThat(build(options, rectangle(), 6).read()).isNotEqualTo(first);
  }
}
