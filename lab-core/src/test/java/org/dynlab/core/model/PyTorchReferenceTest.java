package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.core.engine.Activation;
import org.dynlab.core.engine.Loss;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss and gradients against PyTorch; the file says which version made it and how. */
class PyTorchReferenceTest {
  private static final Map<String, Activation> ACTIVATIONS =
      Map.of(
          "relu", Activation.RELU,
          "tanh", Activation.TANH,
          "geluErf", Activation.GELU,
          "silu", Activation.SILU,
          "quadratic", Activation.QUADRATIC,
          "sin", Activation.SIN,
          "identity", Activation.IDENTITY);

  record Case(JsonNode reference, JsonNode network, JsonNode expected) {
    @Override
    public String toString() {
      return network.path("name").asText()
          + " "
          + expected.path("activation").asText()
          + " "
          + expected.path("loss").asText();
    }
  }

  static List<Case> cases() {
    JsonNode reference = reference();
    List<Case> cases = new ArrayList<>();
    for (JsonNode network : reference.path("networks")) {
      for (JsonNode expected : network.path("cases")) {
        if (ACTIVATIONS.containsKey(expected.path("activation").asText())) {
          cases.add(new Case(reference, network, expected));
        }
      }
    }
    assertThat(cases).hasSize(28);
    return cases;
  }

  private static JsonNode reference() {
    try (InputStream in =
        PyTorchReferenceTest.class.getResourceAsStream("/reference/mlp-gradients.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientAreThoseOfPyTorch(Case each) {
    Examples examples = examples(each.reference());
    Loss loss =
        each.expected().path("loss").asText().equals("mse")
            ? Loss.MEAN_SQUARED_ERROR
            : Loss.SOFTMAX_CROSS_ENTROPY;
    List<Integer> hidden = new ArrayList<>();
    each.network().path("hidden").forEach(width -> hidden.add(width.intValue()));
    Activation f = ACTIVATIONS.get(each.expected().path("activation").asText());
    Network network =
        Networks.mlp(f, loss, true, hidden.toArray(Integer[]::new))
            .build(examples, Precision.DOUBLE, new SeedTree(1));
    network.write(flat(each.network().path("parameters")));
    double[] gradient = new double[network.layout().size()];
    double sum = network.gradient(network.stage(examples), 0, gradient).loss();
    double expected = each.expected().path("lossValue").doubleValue();
    assertThat(sum / examples.rows()).isCloseTo(expected, within(1e-12 * (1 + expected)));
    double[] reference = flat(each.expected().path("gradients"));
    for (int i = 0; i < gradient.length; i++) {
      assertThat(gradient[i]).isCloseTo(reference[i], within(1e-12 * (1 + Math.abs(reference[i]))));
    }
  }

  private static Examples examples(JsonNode reference) {
    List<Double> values = new ArrayList<>();
    reference.path("inputs").forEach(row -> row.forEach(v -> values.add(v.doubleValue())));
    List<Integer> labels = new ArrayList<>();
    reference.path("labels").forEach(label -> labels.add(label.intValue()));
    int width = reference.path("inputs").get(0).size();
    return new Examples(
        new DenseFeatures(values.stream().mapToDouble(v -> v).toArray(), width),
        new ClassTargets(labels.stream().mapToInt(v -> v).toArray(), 4));
  }

  /** Layers of {W: [in][out], b: [out]} as one flat vector, W column after column. */
  private static double[] flat(JsonNode layers) {
    List<Double> values = new ArrayList<>();
    for (JsonNode layer : layers) {
      JsonNode w = layer.path("W");
      for (int j = 0; j < w.get(0).size(); j++) {
        for (JsonNode row : w) {
          values.add(row.get(j).doubleValue());
        }
      }
      layer.path("b").forEach(b -> values.add(b.doubleValue()));
    }
    return values.stream().mapToDouble(v -> v).toArray();
  }
}
