package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Biases, residuals and dropout of the fully connected network. */
class MlpOptionsTest {

  private static Network build(String yaml, Examples examples) {
    return Networks.mlp(yaml).build(examples, Precision.DOUBLE, new SeedTree(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | layer1.W layer1.b layer2.W layer2.b output.W output.b",
        "false | layer1.W layer2.W output.W",
        "hidden | layer1.W layer1.b layer2.W layer2.b output.W",
        "output | layer1.W layer2.W output.W output.b",
        "[false, true, false] | layer1.W layer2.W layer2.b output.W"
      })
  void biasesAreWhereTheyAreAskedFor(String bias, String blocks) {
    Network network = build("{hidden: [4, 3], bias: " + bias + "}", Networks.dense(5, 2, 2));
    assertThat(
            String.join(" ", network.layout().blocks().stream().map(ParameterBlock::name).toList()))
        .isEqualTo(blocks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "hidden", "output", "[false, true, false]"})
  void biasesAreWrittenAsTheyAreRead(String bias) {
    Mlp model = Networks.mlp("{hidden: [4, 3], bias: " + bias + "}");
    assertThat(Networks.yaml(model)).contains(", bias: " + bias + ",");
    assertThat(Networks.mlp(Networks.yaml(model))).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bias: [true, false] | bias: must be true or false for each of the 3 layers,"
            + " got [true, false] (the last one is the output)",
        "bias: 3 | bias: must be true, false, hidden, output or a list of true and false, got 3",
        "bias: all | bias: must be true, false, hidden, output or a list of true and false,"
            + " got \"all\"",
        "residual: true | hidden[1]: must equal hidden[0] in a residual network, got 3",
        "dropout: 1 | dropout: must be in [0, 1), got 1.0",
        "dropout: .nan | dropout: must be in [0, 1), got NaN"
      })
  void whatDoesNotFitIsRefused(String option, String message) {
    assertThatThrownBy(() -> Networks.mlp("{hidden: [4, 3], " + option + "}"))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void sequencesAreRefused() {
    Examples sequences =
        new Examples(new SequenceFeatures(new int[6], 3, 4), new ClassTargets(new int[2], 4));
    assertThatThrownBy(() -> build("{hidden: [4]}", sequences))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model.kind: must be able to read sequences of symbols, got mlp"
                + " (use a transformer, or another encoding of the task's inputs)");
  }

  @Test
  void residualLayersAddTheirInputAndTheFirstOneDoesNot() {
    Examples examples = Networks.dense(7, 3, 2);
    Network network =
        build("{hidden: [5, 5, 5], activation: tanh, residual: true, loss: hinge}", examples);
    double[][] h = inputs((DenseFeatures) examples.features());
    double[] parameters = network.read();
    var outputs = network.hiddenOutputs(network.stageInputs(examples.features()), examples.rows());
    for (int k = 0; k < 3; k++) {
      h = layer(h, parameters, k == 0 ? 0 : 20 + (k - 1) * 30, k > 0);
      assertSame(outputs.get(k), h);
    }
  }

  private static double[][] inputs(DenseFeatures features) {
    double[][] rows = new double[features.rows()][features.width()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = features.value(i, j);
      }
    }
    return rows;
  }

  /** tanh(x W + b), and x again if asked for, written out. */
  private static double[][] layer(double[][] x, double[] parameters, int at, boolean residual) {
    int in = x[0].length;
    double[][] h = new double[x.length][5];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 5; j++) {
        double z = parameters[at + 5 * in + j];
        for (int k = 0; k < in; k++) {
          z += x[i][k] * parameters[at + j * in + k];
        }
        h[i][j] = Math.tanh(z) + (residual ? x[i][j] : 0);
      }
    }
    return h;
  }

  private static void assertSame(Matrix actual, double[][] expected) {
    double[][] values = actual.array().toDoubleMatrix();
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertThat(values[i][j]).isCloseTo(expected[i][j], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "tanh", "identity"})
  void dropoutDoesNotTouchEvaluationOrTheBeginning(String f) {
    Examples examples = Networks.tokens(30, 8, 3);
    String plain = "{hidden: [20, 20], activation: " + f + "}";
    Network without = build(plain, examples);
    Network with = build(plain.replace("}", ", dropout: 0.4}"), examples);
    assertThat(with.stochastic()).isTrue();
    assertThat(without.stochastic()).isFalse();
    assertThat(with.read()).isEqualTo(without.read());
    with.gradient(with.stage(examples), 0, new double[with.layout().size()]);
    assertThat(with.evaluate(with.stage(examples)))
        .isEqualTo(without.evaluate(without.stage(examples)));
  }

  @Test
  void equalStepsDropEqualUnitsAndOtherStepsOthers() {
    Examples examples = Networks.dense(30, 4, 3);
    Network network = build("{hidden: [20, 20], dropout: 0.4}", examples);
    StagedExamples staged = network.stage(examples);
    double[] first = new double[network.layout().size()];
    double[] again = first.clone();
    double[] other = first.clone();
    LossSum loss = network.gradient(staged, 3, first);
    assertThat(network.gradient(staged, 4, other)).isNotEqualTo(loss);
    assertThat(network.gradient(staged, 3, again)).isEqualTo(loss);
    assertThat(again).isEqualTo(first).isNotEqualTo(other);
  }

  /** With linear layers and numbers to be met, the mean gradient over masks has a closed form. */
  @Test
  void dropoutKeepsTheMeanOfWhatALayerGives() {
    Examples one = Networks.numbers(1, 3, 1);
    Network network =
        build("{hidden: [8], activation: identity, dropout: 0.25, loss: meanSquaredError}", one);
    StagedExamples staged = network.stage(one);
    double[] gradient = new double[network.layout().size()];
    int last = gradient.length - 1;
    double sum = 0;
    int steps = 20_000;
    for (int step = 0; step < steps; step++) {
      network.gradient(staged, step, gradient);
      sum += gradient[last];
    }
    double[] parameters = network.read();
    double target = ((org.dynlab.core.task.RealTargets) one.targets()).value(0, 0);
    double output = parameters[last];
    double[] h =
        network
            .hiddenOutputs(network.stageInputs(one.features()), 1)
            .get(0)
            .array()
            .dup()
            .toDoubleVector();
    for (int j = 0; j < 8; j++) {
      output += h[j] * parameters[last - 8 + j];
    }
    assertThat(sum / steps).isCloseTo(2 * (output - target), within(0.01));
  }
}
