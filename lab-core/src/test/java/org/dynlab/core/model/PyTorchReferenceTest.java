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
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss and gradients against PyTorch; the files say which version made them and how. */
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

  private static final Map<String, Loss> LOSSES =
      Map.of(
          "crossEntropy", Loss.SOFTMAX_CROSS_ENTROPY,
          "stableMax", Loss.STABLE_MAX_CROSS_ENTROPY,
          "mse", Loss.MEAN_SQUARED_ERROR,
          "hinge", Loss.HINGE);

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
    List<Case> cases = new ArrayList<>();
    addCases("mlp-gradients", cases);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(28);
    int before = cases.size();
    addCases("mlp-losses", cases);
    assertThat(cases).hasSize(before + 3);
    return cases;
  }

  private static void addCases(String file, List<Case> cases) {
    JsonNode reference = reference(file);
    for (JsonNode network : reference.path("networks")) {
      for (JsonNode expected : network.path("cases")) {
        if (ACTIVATIONS.containsKey(expected.path("activation").asText())) {
          cases.add(new Case(reference, network, expected));
        }
      }
    }
  }

  private static JsonNode reference(String file) {
    try (InputStream in =
        PyTorchReferenceTest.class.getResourceAsStream("/reference/" + file + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientAreThoseOfPyTorch(Case each) {
    Examples examples = examples(each);
    Loss loss = LOSSES.get(each.expected().path("loss").asText());
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

  private static Examples examples(Case each) {
    JsonNode inputs = each.reference().path("inputs");
    DenseFeatures features = new DenseFeatures(numbers(inputs), inputs.get(0).size());
    return new Examples(features, targets(each));
  }

  private static Targets targets(Case each) {
    JsonNode targets = each.network().path("targets");
    if (!targets.isMissingNode()) {
      return new RealTargets(numbers(targets), targets.get(0).size());
    }
    JsonNode own = each.network().path("labels");
    List<Integer> labels = new ArrayList<>();
    (own.isMissingNode() ? each.reference().path("labels") : own)
        .forEach(label -> labels.add(label.intValue()));
    boolean signs = each.expected().path("loss").asText().equals("hinge");
    return new ClassTargets(labels.stream().mapToInt(v -> v).toArray(), signs ? 2 : 4);
  }

  private static double[] numbers(JsonNode rows) {
    List<Double> values = new ArrayList<>();
    rows.forEach(row -> row.forEach(v -> values.add(v.doubleValue())));
    return values.stream().mapToDouble(v -> v).toArray();
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
