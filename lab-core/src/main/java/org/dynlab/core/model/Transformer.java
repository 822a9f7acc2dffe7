package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layer.dense.FusedOutput;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.layer.transformer.TransformerShape;
import org.dynlab.core.layer.transformer.TransformerStack;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A transformer that reads a sequence of symbols and answers at the last one. The defaults are the
 * one-layer network that Nanda et al. 2023 took apart (arXiv 2301.05217): learned positions, no
 * normalisation, no biases but those of the feed-forward layers, read-out without bias.
 *
 * <p>With d = 128, four heads, 512 feed-forward units and 68 symbols in and out it has 215,040
 * parameters.
 */
@Meaning("transformer that answers at the last token of a sequence")
public record Transformer(
    @Default("1") @Meaning("attention and feed-forward pairs, one after the other") int blocks,
    @Default("4") @Meaning("attention heads, which share the width equally") int heads,
    @Default("128") @Meaning("width of the residual stream") int width,
    @Default("512") @Meaning("width of the feed-forward layers") int feedForward,
    @Default("relu") @Meaning("activation function of the feed-forward layers")
        Activation activation,
    @Default("none") @Meaning("where layer normalisation stands") NormPlacement norm,
    @Default("true") @Meaning("whether tokens see only those before them") boolean causal,
    @Default("0") @Meaning("share dropped of embedding, attention and feed-forward") double dropout,
    @Default("false") @Meaning("whether attention's four matrices have biases")
        boolean attentionBias,
    @Default("classes") @Meaning("what the read-out chooses from") TransformerOutputs outputs,
    @Default("false") @Meaning("whether the read-out has a bias") boolean outputBias,
    @Default("1") @Meaning("factor on the token embedding, in every pass") double embeddingScale,
    @Default("nanda") @Meaning("how parameters begin") TransformerStart initialisation,
    @Default("1") @Meaning("factor on all initial parameters") double initScale,
    @Default("softmaxCrossEntropy") @Meaning("data loss, mean over examples") Loss loss)
    implements Model {

  /** Checks the sizes, the shares and the scales. */
  public Transformer {
    Checks checks =
        new Checks()
            .range("blocks", blocks, 1, 8)
            .range("heads", heads, 1, 1024)
            .range("width", width, 1, 8192)
            .range("feedForward", feedForward, 1, 65_536)
            .halfOpen("dropout", dropout, 0, 1)
            .positive("embeddingScale", embeddingScale)
            .positive("initScale", initScale);
    boolean divides = heads < 1 || width % heads == 0;
    checks.that(divides, "width", "must be a multiple of heads = " + heads, width).done();
  }

  @Override
  public Network build(Examples examples, Precision precision, SeedTree seeds) {
    SequenceFeatures inputs = sequences(examples);
    int answers = answers(examples, inputs.vocabulary());
    TransformerShape shape = shape(inputs);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(shape, answers, precision));
    network.init();
    ParameterLayout layout = layout(shape, answers);
    Network built = new Network(network, layout, seeds);
    built.write(initial(layout, shape, seeds.child("init")));
    return built;
  }

  @Override
  public Model withoutDropout() {
    return new Transformer(
        blocks,
        heads,
        width,
        feedForward,
        activation,
        norm,
        causal,
        0,
        attentionBias,
        outputs,
        outputBias,
        embeddingScale,
        initialisation,
        initScale,
        loss);
  }

  private static SequenceFeatures sequences(Examples examples) {
    boolean sequences = examples.features() instanceof SequenceFeatures;
    new Checks()
        .that(
            sequences,
            "model",
            "transformer reads sequences of symbols, which this task does not give",
            "",
            "try task.encoding: sequence, or model.kind: mlp")
        .done();
    return (SequenceFeatures) examples.features();
  }

  private int answers(Examples examples, int vocabulary) {
    int asked = Outputs.of(examples.targets(), loss);
    if (outputs == TransformerOutputs.CLASSES) {
      return asked;
    }
    int classes = examples.targets() instanceof ClassTargets targets ? targets.classes() : 0;
    String place = "model.outputs";
    new Checks()
        .that(asked == classes, place, "must be classes for such targets and loss", outputs)
        .that(
            classes <= vocabulary,
            place,
            "must be classes where there are more of them than symbols",
            classes + " classes and " + vocabulary + " symbols")
        .done();
    return vocabulary;
  }

  private TransformerShape shape(SequenceFeatures inputs) {
    return new TransformerShape(
        inputs.vocabulary(),
        inputs.width(),
        width,
        blocks,
        heads,
        feedForward,
        activation,
        norm,
        causal,
        attentionBias,
        embeddingScale,
        dropout);
  }

  private MultiLayerConfiguration configuration(
      TransformerShape shape, int answers, Precision precision) {
    FusedOutput.Builder output = new FusedOutput.Builder().loss(loss).hasBias(outputBias);
    return new NeuralNetConfiguration.Builder()
        .dataType(precision.type())
        .updater(new NoOp())
        .weightInit(WeightInit.ZERO)
        .trainingWorkspaceMode(WorkspaceMode.NONE)
        .inferenceWorkspaceMode(WorkspaceMode.NONE)
        .list()
        .layer(new TransformerStack.Builder().shape(shape).name("transformer").build())
        .layer(output.name("output").nIn(width).nOut(answers).build())
        .build();
  }

  private ParameterLayout layout(TransformerShape shape, int answers) {
    List<ParameterBlock> all = new ArrayList<>(shape.parameters());
    int end = all.get(all.size() - 1).end();
    ParameterBlock readOut =
        new ParameterBlock(TransformerStart.READ_OUT, Role.WEIGHT, end, width, answers);
    all.add(readOut);
    if (outputBias) {
      all.add(new ParameterBlock("output.b", Role.BIAS, readOut.end(), 1, answers));
    }
    return new ParameterLayout(all);
  }

  private double[] initial(ParameterLayout layout, TransformerShape shape, SeedTree seeds) {
    double[] values = new double[layout.size()];
    int fanIn = 0;
    for (ParameterBlock block : layout.blocks()) {
      fanIn = block.role() == Role.WEIGHT ? block.rows() : fanIn;
      Stream stream = seeds.stream(block.name());
      for (int i = block.offset(); i < block.end(); i++) {
        boolean gain = block.role() == Role.GAIN;
        values[i] = initScale * (gain ? 1 : initialisation.draw(block, fanIn, shape, stream));
      }
    }
    return values;
  }
}
