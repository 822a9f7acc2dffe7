package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layer.dense.FusedDense;
import org.dynlab.core.layer.dense.FusedOutput;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.firstlayer.FirstLayer;
import org.dynlab.core.model.initialisation.Initialisation;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.store.problem.UserError;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A fully connected network: hidden layers h_k = f(h_{k-1} W_k + b_k), then outputs z = h W + b.
 * Layers are named {@code layer1}, {@code layer2}, ..., {@code output}.
 *
 * <p>Its residual form has h_k = h_{k-1} + f(h_{k-1} W_k + b_k) for k ≥ 2 and hidden layers of one
 * width, the first being a plain lift to that width (Yang, Zhao and Zhu, arXiv 2412.05144, eq.
 * 4.6).
 */
@Meaning("fully connected network")
public record Mlp(
    @Meaning("widths of the hidden layers") List<Integer> hidden,
    @Default("relu") @Meaning("activation function of the hidden layers") Activation activation,
    @Default("true")
        @Meaning("layers with biases: true, false, hidden, output, or a truth for every layer")
        Biases bias,
    @Default("false")
        @Meaning("whether hidden layers after the first add their input to their output")
        boolean residual,
    @Default("0") @Meaning("probability of dropping a hidden unit in training") double dropout,
    @Default("{kind: torchDefault}") @Meaning("how parameters begin") Initialisation initialisation,
    @Meaning("how the first layer begins instead, fitted to the training inputs")
        Optional<FirstLayer> firstLayer,
    @Default("1") @Meaning("factor on all initial weights and biases") double initScale,
    @Default("softmaxCrossEntropy") @Meaning("data loss, mean over examples") Loss loss)
    implements Model {
  private static final int MOST_WIDTHS = 1_000;

  /** Checks the widths and what must fit them. */
  public Mlp {
    hidden = List.copyOf(hidden);
    String limit = "must have at most " + MOST_WIDTHS + " widths";
    new Checks().that(hidden.size() <= MOST_WIDTHS, "hidden", limit, hidden.size()).done();
    Checks checks = new Checks().positive("initScale", initScale);
    checks.that(!hidden.isEmpty(), "hidden", "must name at least one width", "[]");
    for (int k = 0; k < hidden.size(); k++) {
      checks.range(place(k), hidden.get(k), 1, 100_000);
      boolean alike = !residual || hidden.get(k).equals(hidden.get(0));
      String rule = "must equal hidden[0] in a residual network";
      checks.that(alike, place(k), rule, hidden.get(k));
    }
    int layers = hidden.size() + 1;
    String rule = "must be true or false for each of the " + layers + " layers";
    checks.that(bias.fits(layers), "bias", rule, bias, "the last one is the output");
    checks.halfOpen("dropout", dropout, 0, 1);
    firstLayer.ifPresent(first -> checkFirst(first, bias, activation, checks));
    checks.done();
  }

  /** A network without residuals, dropout and differences between its layers. */
  public Mlp(
      List<Integer> hidden,
      Activation activation,
      boolean bias,
      Initialisation initialisation,
      double initScale,
      Loss loss) {
    this(
        hidden,
        activation,
        Biases.everywhere(bias),
        false,
        0,
        initialisation,
        Optional.empty(),
        initScale,
        loss);
  }

  private static void checkFirst(FirstLayer first, Biases bias, Activation f, Checks checks) {
    first.unsuited(f).map(problem -> problem.within("firstLayer")).ifPresent(checks::add);
    String hint = "firstLayer sets weights and biases";
    checks.that(bias.of(0, 2), "bias", "must be true for the first layer", bias, hint);
  }

  private static String place(int k) {
    return "hidden[" + k + "]";
  }

  /** One layer: W: [in, out], and b: [out] if there is one. */
  private record Dense(String name, int in, int out, boolean bias) {}

  @Override
  public Network build(Examples examples, Precision precision, SeedTree seeds) {
    Features inputs = examples.features();
    refuseSequences(inputs);
    List<Dense> layers = layers(inputs.width(), Outputs.of(examples.targets(), loss));
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(layers, examples, precision));
    network.init();
    ParameterLayout layout = layout(layers);
    Network built = new Network(network, layout, seeds);
    Beginning beginning = new Beginning(initialisation, firstLayer, initScale);
    built.write(beginning.draw(layout, inputs, activation, seeds.child("init")));
    return built;
  }

  @Override
  public Model withoutDropout() {
    return new Mlp(
        hidden, activation, bias, residual, 0, initialisation, firstLayer, initScale, loss);
  }

  private static void refuseSequences(Features inputs) {
    if (inputs instanceof SequenceFeatures) {
      throw new UserError(
          "model.kind",
          "must be able to read sequences of symbols",
          "mlp",
          "use a transformer, or another encoding of the task's inputs");
    }
  }

  private List<Dense> layers(int width, int outputs) {
    List<Dense> layers = new ArrayList<>();
    int in = width;
    for (int k = 0; k <= hidden.size(); k++) {
      boolean last = k == hidden.size();
      int out = last ? outputs : hidden.get(k);
      String name = last ? "output" : "layer" + (k + 1);
      layers.add(new Dense(name, in, out, bias.of(k, hidden.size() + 1)));
      in = out;
    }
    return layers;
  }

  private MultiLayerConfiguration configuration(
      List<Dense> layers, Examples examples, Precision precision) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .dataType(precision.type())
            .updater(new NoOp())
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    if (examples.targets() instanceof ResidualTargets residuals) {
      return solving(residuals, layers, list);
    }
    for (int k = 0; k < hidden.size(); k++) {
      list.layer(hiddenLayer(layers.get(k), k == 0, examples.features() instanceof TokenFeatures));
    }
    Dense last = layers.get(hidden.size());
    FusedOutput.Builder output = new FusedOutput.Builder().loss(loss).hasBias(last.bias());
    return list.layer(output.name(last.name()).nIn(last.in()).nOut(last.out()).build()).build();
  }

  /** Layers of the same shapes that carry the derivatives an equation reads. */
  private MultiLayerConfiguration solving(
      ResidualTargets equation, List<Dense> layers, NeuralNetConfiguration.ListBuilder list) {
    JetLayers jets = new JetLayers(equation.jet(), activation, dropout);
    for (int k = 0; k < hidden.size(); k++) {
      Dense layer = layers.get(k);
      boolean skip = residual && k > 0;
      list.layer(jets.hidden(layer.name(), layer.in(), layer.out(), layer.bias(), skip));
    }
    Dense last = layers.get(hidden.size());
    return list.layer(JetLayers.output(last.name(), last.in(), last.bias())).build();
  }

  private FusedDense hiddenLayer(Dense layer, boolean first, boolean tokens) {
    return new FusedDense.Builder()
        .function(activation)
        .bias(layer.bias())
        .tokenInput(first && tokens)
        .residual(residual && !first)
        .dropout(dropout)
        .name(layer.name())
        .nIn(layer.in())
        .nOut(layer.out())
        .build();
  }

  private static ParameterLayout layout(List<Dense> layers) {
    List<ParameterBlock> blocks = new ArrayList<>();
    int offset = 0;
    for (Dense layer : layers) {
      String name = layer.name();
      blocks.add(new ParameterBlock(name + ".W", Role.WEIGHT, offset, layer.in(), layer.out()));
      offset += layer.in() * layer.out();
      if (layer.bias()) {
        blocks.add(new ParameterBlock(name + ".b", Role.BIAS, offset, 1, layer.out()));
        offset += layer.out();
      }
    }
    return new ParameterLayout(blocks);
  }
}
