package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.engine.Activation;
import org.dynlab.core.engine.Loss;
import org.dynlab.core.layer.FusedDense;
import org.dynlab.core.layer.FusedOutput;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.TokenFeatures;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A fully connected network: hidden layers h_k = f(h_{k-1} W_k + b_k), then outputs z = h W + b.
 * Layers are named {@code layer1}, {@code layer2}, ..., {@code output}.
 */
@Meaning("fully connected network")
public record Mlp(
    @Meaning("widths of the hidden layers") List<Integer> hidden,
    @Default("relu") @Meaning("activation function of the hidden layers") Activation activation,
    @Default("true") @Meaning("whether layers have biases, the last one included") boolean bias,
    @Default("{kind: torchDefault}") @Meaning("how parameters begin") Initialisation initialisation,
    @Default("1") @Meaning("factor on all initial weights and biases") double initScale,
    @Default("softmaxCrossEntropy") @Meaning("data loss, mean over examples") Loss loss)
    implements Model {

  /** Checks the widths and the scale. */
  public Mlp {
    hidden = List.copyOf(hidden);
    Checks checks = new Checks().positive("initScale", initScale);
    checks.that(!hidden.isEmpty(), "hidden", "must name at least one width", "[]");
    for (int k = 0; k < hidden.size(); k++) {
      checks.range("hidden[" + k + "]", hidden.get(k), 1, 100_000);
    }
    checks.done();
  }

  @Override
  public Network build(Examples examples, Precision precision, SeedTree seeds) {
    Features inputs = examples.features();
    int classes = Outputs.of(examples.targets(), loss);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(inputs, classes, precision));
    network.init();
    ParameterLayout layout = layout(inputs.width(), classes);
    Network built = new Network(network, layout, seeds);
    built.write(initial(layout, seeds.child("init")));
    return built;
  }

  private MultiLayerConfiguration configuration(Features inputs, int classes, Precision precision) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .dataType(precision.type())
            .updater(new NoOp())
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    int in = inputs.width();
    for (int k = 0; k < hidden.size(); k++) {
      boolean tokens = k == 0 && inputs instanceof TokenFeatures;
      layers.layer(
          new FusedDense.Builder()
              .function(activation)
              .bias(bias)
              .tokenInput(tokens)
              .name(hiddenName(k))
              .nIn(in)
              .nOut(hidden.get(k))
              .build());
      in = hidden.get(k);
    }
    FusedOutput.Builder output = new FusedOutput.Builder().loss(loss);
    return layers.layer(output.hasBias(bias).name("output").nIn(in).nOut(classes).build()).build();
  }

  private ParameterLayout layout(int width, int classes) {
    List<ParameterBlock> blocks = new ArrayList<>();
    int in = width;
    int offset = 0;
    for (int k = 0; k <= hidden.size(); k++) {
      boolean last = k == hidden.size();
      String name = last ? "output" : hiddenName(k);
      int out = last ? classes : hidden.get(k);
      blocks.add(new ParameterBlock(name + ".W", Role.WEIGHT, offset, in, out));
      offset += in * out;
      if (bias) {
        blocks.add(new ParameterBlock(name + ".b", Role.BIAS, offset, 1, out));
        offset += out;
      }
      in = out;
    }
    return new ParameterLayout(blocks);
  }

  private double[] initial(ParameterLayout layout, SeedTree seeds) {
    double[] values = new double[layout.size()];
    int fanIn = 0;
    for (ParameterBlock block : layout.blocks()) {
      boolean weight = block.role() == Role.WEIGHT;
      fanIn = weight ? block.rows() : fanIn;
      double[] drawn =
          weight
              ? initialisation.weights(fanIn, block.columns(), seeds.stream(block.name()))
              : initialisation.biases(fanIn, block.columns(), seeds.stream(block.name()));
      for (int i = 0; i < drawn.length; i++) {
        values[block.offset() + i] = initScale * drawn[i];
      }
    }
    return values;
  }

  private static String hiddenName(int k) {
    return "layer" + (k + 1);
  }
}
