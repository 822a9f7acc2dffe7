package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many parameters a transformer has and how they begin. */
class TransformerStartTest {

  @Test
  void modularAdditionWithTheDefaultsHas215040Parameters() {
    Network network =
        Transformers.options()
            .activation(Activation.RELU)
            .outputs(TransformerOutputs.VOCABULARY)
            .sized(4, 128, 512)
            .build(pairs(67), Precision.FLOAT, new SeedTree(1));
    assertThat(network.layout().size()).isEqualTo(215_040);
    double squares = Arrays.stream(network.read()).map(v -> v * v).sum();
    assertThat(Math.sqrt(squares)).isCloseTo(41.7, within(0.3));
  }

  private static Examples pairs(int p) {
    int[] labels = new int[p];
    int[] symbols = new int[3 * p];
    for (int i = 0; i < p; i++) {
      labels[i] = i;
      symbols[3 * i] = i;
      symbols[3 * i + 2] = p;
    }
    return new Examples(new SequenceFeatures(symbols, 3, p + 1), new ClassTargets(labels, p));
  }

  @ParameterizedTest
  @EnumSource(TransformerStart.class)
  void parametersBeginWithTheStatedSpread(TransformerStart start) {
    Transformer model =
        Transformers.options().start(start).norm(NormPlacement.POST).biases(true).sized(4, 64, 256);
    Network network = model.build(pairs(60), Precision.DOUBLE, new SeedTree(1));
    boolean nanda = start == TransformerStart.NANDA;
    assertThat(spread(network, "embedding.W"))
        .isCloseTo(nanda ? 0.125 : 1, within(nanda ? .01 : .05));
    assertThat(spread(network, "block1.attention.query.W"))
        .isCloseTo(nanda ? 0.125 : 0.125 / Math.sqrt(3), within(0.005));
    assertThat(spread(network, "block1.mlp.out.W"))
        .isCloseTo(nanda ? 0.125 : 0.0625 / Math.sqrt(3), within(0.005));
    assertThat(spread(network, "output.W"))
        .isCloseTo(nanda ? 1 / Math.sqrt(60) : 0.125 / Math.sqrt(3), within(0.005));
    assertThat(spread(network, "block1.mlp.out.b"))
        .isCloseTo(nanda ? 0 : 0.0625 / Math.sqrt(3), within(0.01));
    assertThat(spread(network, "block1.norm1.b")).isZero();
    for (ParameterBlock block : network.layout().blocks()) {
      if (block.role() == Role.GAIN) {
        assertThat(entries(network, block)).containsOnly(1);
      }
    }
  }

  private static double spread(Network network, String name) {
    ParameterBlock block =
        network.layout().blocks().stream()
            .filter(b -> b.name().equals(name))
            .findAny()
            .orElseThrow();
    double[] values = entries(network, block);
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }

  private static double[] entries(Network network, ParameterBlock block) {
    return Arrays.copyOfRange(network.read(), block.offset(), block.end());
  }

  @Test
  void initScaleMultipliesAllParameters() {
    Examples examples = Transformers.sequences(3);
    Transformers.Options options = Transformers.options().norm(NormPlacement.POST).biases(true);
    double[] one = options.small().build(examples, Precision.DOUBLE, new SeedTree(1)).read();
    Transformer larger = options.initScale(3).small();
    double[] three = larger.build(examples, Precision.DOUBLE, new SeedTree(1)).read();
    for (int i = 0; i < one.length; i++) {
      assertThat(three[i]).isEqualTo(3 * one[i]);
    }
  }
}
