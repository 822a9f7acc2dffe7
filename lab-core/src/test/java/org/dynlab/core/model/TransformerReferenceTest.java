package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Logits, loss and gradients against PyTorch; the file says which version made it and how. */
class TransformerReferenceTest {

  record Case(JsonNode file, JsonNode expected) {
    Transformer model() {
      return Transformers.options()
          .blocks(expected.path("blocks").intValue())
          .activation(Activation.valueOf(upper("activation")))
          .norm(NormPlacement.valueOf(upper("norm")))
          .causal(expected.path("causal").booleanValue())
          .biases(expected.path("bias").booleanValue())
          .embeddingScale(expected.path("embeddingScale").doubleValue())
          .sized(
              file.path("heads").intValue(),
              file.path("width").intValue(),
              file.path("feedForward").intValue());
    }

    private String upper(String key) {
      return expected.path(key).asText().toUpperCase(Locale.ROOT);
    }

    Examples examples() {
      return new Examples(
          new SequenceFeatures(
              numbers(file.path("symbols")),
              file.path("context").intValue(),
              file.path("vocabulary").intValue()),
          new ClassTargets(numbers(file.path("labels")), file.path("outputs").intValue()));
    }

    private static int[] numbers(JsonNode nested) {
      return Arrays.stream(values(nested)).mapToInt(v -> (int) v).toArray();
    }

    @Override
    public String toString() {
      return expected.path("blocks") + " blocks, norm " + expected.path("norm").asText();
    }
  }

  static List<Case> cases() {
    JsonNode file = file();
    List<Case> cases = new ArrayList<>();
    file.path("cases").forEach(expected -> cases.add(new Case(file, expected)));
    assertThat(cases).hasSize(6);
    return cases;
  }

  private static JsonNode file() {
    try (InputStream in =
        TransformerReferenceTest.class.getResourceAsStream("/reference/transformer.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logitsLossAndGradientsAreThoseOfPyTorch(Case each) {
    Examples examples = each.examples();
    Network network = each.model().build(examples, Precision.DOUBLE, new SeedTree(1));
    network.write(flat(network.layout(), each.expected().path("parameters")));
    double[] gradient = new double[network.layout().size()];
    double loss = network.gradient(network.stage(examples), 0, gradient).loss();
    assertThat(loss / examples.rows())
        .isCloseTo(each.expected().path("loss").doubleValue(), within(1e-12));
    assertThat(gradient)
        .containsExactly(flat(network.layout(), each.expected().path("gradients")), within(1e-12));
    assertThat(logits(network, examples))
        .containsExactly(values(each.expected().path("logits")), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logitsInSinglePrecisionAreThoseOfPyTorchNearly(Case each) {
    Examples examples = each.examples();
    Network network = each.model().build(examples, Precision.FLOAT, new SeedTree(1));
    network.write(flat(network.layout(), each.expected().path("parameters")));
    assertThat(logits(network, examples))
        .containsExactly(values(each.expected().path("logits")), within(1e-5));
  }

  /** What the read-out makes of what it sees, row after row. */
  private static double[] logits(Network network, Examples examples) {
    INDArray seen =
        network
            .dl4j()
            .feedForwardToLayer(0, network.stageInputs(examples.features()), false)
            .get(1);
    INDArray z = seen.mmul(network.dl4j().getOutputLayer().getParam("W"));
    INDArray bias = network.dl4j().getOutputLayer().getParam("b");
    INDArray logits = bias == null ? z : z.addRowVector(bias);
    return Arrays.stream(logits.toDoubleMatrix()).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The named parameters as one flat vector, matrices column after column. */
  private static double[] flat(ParameterLayout layout, JsonNode named) {
    double[] flat = new double[layout.size()];
    assertThat(named).hasSize(layout.blocks().size());
    for (ParameterBlock block : layout.blocks()) {
      double[] rowByRow = values(named.path(block.name()));
      assertThat(rowByRow).hasSize(block.size());
      for (int i = 0; i < block.size(); i++) {
        int column = i % block.columns();
        int at = block.role() == Role.WEIGHT ? column * block.rows() + i / block.columns() : i;
        flat[block.offset() + at] = rowByRow[i];
      }
    }
    return flat;
  }

  /** All numbers of a nested array, in order. */
  private static double[] values(JsonNode nested) {
    List<Double> values = new ArrayList<>();
    collect(nested, values);
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private static void collect(JsonNode node, List<Double> into) {
    if (node.isNumber()) {
      into.add(node.doubleValue());
    }
    node.forEach(child -> collect(child, into));
  }
}
