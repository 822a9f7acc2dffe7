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
import java.util.Locale;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.initialisation.TorchDefault;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss and gradient of {@link Lenet} against PyTorch; the file says which version made it. */
class LenetReferenceTest {

  record Case(JsonNode reference, JsonNode expected, Precision precision) {
    double tolerance() {
      return precision == Precision.DOUBLE ? 1e-12 : 1e-5;
    }

    JsonNode numbers() {
      return expected.path(precision.name().toLowerCase(Locale.ROOT));
    }

    Examples examples() {
      JsonNode size = reference.path("imageShapes").path(expected.path("images").asText());
      ImageFeatures.Shape shape =
          new ImageFeatures.Shape(
              size.get(0).intValue(), size.get(1).intValue(), size.get(2).intValue());
      int[] labels = ints(expected.path("labels")).stream().mapToInt(v -> v).toArray();
      byte[] pixels = new byte[labels.length * shape.size()];
      for (int i = 0; i < pixels.length; i++) {
        JsonNode image = expected.path("bytes").get(i / shape.size());
        pixels[i] = (byte) image.get(i % shape.size()).intValue();
      }
      ImageFeatures features = new ImageFeatures(pixels, shape, 1.0 / 256, -0.25);
      return new Examples(features, new ClassTargets(labels, 3));
    }

    Lenet model() {
      return new Lenet(
          ints(reference.path("channels")),
          reference.path("kernel").intValue(),
          reference.path("padding").intValue(),
          Pooling.valueOf(expected.path("pooling").asText().toUpperCase(Locale.ROOT)),
          ints(reference.path("hidden")),
          Activation.valueOf(expected.path("activation").asText().toUpperCase(Locale.ROOT)),
          true,
          new TorchDefault(),
          1,
          Loss.SOFTMAX_CROSS_ENTROPY);
    }

    @Override
    public String toString() {
      return expected.path("images").asText()
          + " "
          + expected.path("activation").asText()
          + " "
          + expected.path("pooling").asText()
          + " "
          + precision;
    }
  }

  static List<Case> cases() {
    JsonNode reference = reference();
    List<Case> cases = new ArrayList<>();
    for (JsonNode expected : reference.path("cases")) {
      for (Precision precision : Precision.values()) {
        cases.add(new Case(reference, expected, precision));
      }
    }
    assertThat(cases).hasSize(24);
    return cases;
  }

  private static JsonNode reference() {
    try (InputStream in = LenetReferenceTest.class.getResourceAsStream("/reference/lenet.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientAreThoseOfPyTorch(Case each) {
    Examples examples = each.examples();
    Network network = each.model().build(examples, each.precision(), new SeedTree(1));
    network.write(doubles(each.expected().path("parameters")));
    double[] gradient = new double[network.layout().size()];
    double sum = network.gradient(network.stage(examples), 0, gradient).loss();
    double loss = each.numbers().path("loss").doubleValue();
    assertThat(sum / examples.rows()).isCloseTo(loss, within(each.tolerance() * (1 + loss)));
    double[] expected = doubles(each.numbers().path("gradient"));
    assertThat(gradient).hasSameSizeAs(expected);
    for (int i = 0; i < gradient.length; i++) {
      double tolerance = each.tolerance() * (1 + Math.abs(expected[i]));
      assertThat(gradient[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static List<Integer> ints(JsonNode list) {
    List<Integer> values = new ArrayList<>();
    list.forEach(v -> values.add(v.intValue()));
    return values;
  }

  private static double[] doubles(JsonNode list) {
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).doubleValue();
    }
    return values;
  }
}
