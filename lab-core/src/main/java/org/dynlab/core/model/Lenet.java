package org.dynlab.core.model;

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
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.layer.convolution.FusedConvolution;
import org.dynlab.core.layer.dense.FusedDense;
import org.dynlab.core.layer.dense.FusedOutput;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.initialisation.Initialisation;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A convolutional network for images after LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998, section
 * II.B, doi:10.1109/5.726791): convolutions, each activated and pooled over 2×2 windows, then fully
 * connected layers. Layers are named {@code conv1}, {@code conv2}, {@code layer1}, {@code layer2},
 * {@code output}; instruments see a convolution after its pooling.
 *
 * <p>With the defaults an image of 28×28 becomes 6×14×14, 16×5×5 = 400, 120, 84 and the classes:
 * 61,706 parameters for ten of them. The article differs in what code under this name leaves out
 * today: its images come framed by zeros to 32×32 ({@code padding: 2} does that), its pooling
 * layers add up their windows and have a trainable factor and bias, its function is 1.7159 tanh(2/3
 * z), its second convolution sees chosen subsets of the six channels (all of them here), and its
 * outputs are Euclidean radial basis functions. {@code {activation: tanh, pooling: average}} is
 * nearest to it; relu with max is what is common now.
 *
 * <p>Weights of a convolution are W: [k·k·c, outputs] with row (dy·k + dx)·c + channel, those of
 * {@code layer1} take the last image's rows, then columns, then channels. In both PyTorch runs over
 * channels first.
 */
@Meaning("convolutional network for images: convolutions with pooling, then dense layers")
public record Lenet(
    @Default("[6, 16]") @Meaning("channels of the convolutions") List<Integer> channels,
    @Default("5") @Meaning("side of the square kernels") int kernel,
    @Default("2") @Meaning("width of the border of zeros around the image, first convolution only")
        int padding,
    @Default("max") @Meaning("what becomes of each 2x2 window: max or average") Pooling pooling,
    @Default("[120, 84]") @Meaning("widths of the dense hidden layers") List<Integer> hidden,
    @Default("relu") @Meaning("activation function of all hidden layers") Activation activation,
    @Default("true") @Meaning("whether layers have biases, the last one included") boolean bias,
    @Default("{kind: torchDefault}") @Meaning("how parameters begin") Initialisation initialisation,
    @Default("1") @Meaning("factor on all initial weights and biases") double initScale,
    @Default("softmaxCrossEntropy") @Meaning("data loss, mean over examples") Loss loss)
    implements Model {
  private static final int WINDOW = 2;

  /** Checks the numbers. */
  public Lenet {
    channels = List.copyOf(channels);
    hidden = List.copyOf(hidden);
    Checks checks = new Checks();
    checks.range("kernel", kernel, 1, 100).range("padding", padding, 0, 100);
    checks.positive("initScale", initScale);
    counts(checks, "channels", channels, 10_000);
    counts(checks, "hidden", hidden, 100_000);
    checks.done();
  }

  private static void counts(Checks checks, String name, List<Integer> counts, int most) {
    checks.that(!counts.isEmpty(), name, "must name at least one", "[]");
    for (int k = 0; k < counts.size(); k++) {
      checks.range(name + "[" + k + "]", counts.get(k), 1, most);
    }
  }

  @Override
  public Network build(Examples examples, Precision precision, SeedTree seeds) {
    List<ConvolutionShape> shapes = LenetSizes.of(this, imageShape(examples), WINDOW);
    int outputs = Outputs.of(examples.targets(), loss);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(shapes, outputs, precision));
    network.init();
    LenetParameters parameters = new LenetParameters(this, shapes, outputs);
    Network built = new Network(network, parameters.layout(), seeds);
    built.write(parameters.initial(seeds.child("init")));
    return built;
  }

  private static ImageFeatures.Shape imageShape(Examples examples) {
    boolean images = examples.features() instanceof ImageFeatures;
    new Checks()
        .that(
            images,
            "model",
            "must fit the task: lenet reads images",
            "lenet with inputs that are no images",
            "take an image task (mnist, digits) or the model mlp")
        .done();
    return ((ImageFeatures) examples.features()).shape();
  }

  private MultiLayerConfiguration configuration(
      List<ConvolutionShape> shapes, int outputs, Precision precision) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .dataType(precision.type())
            .updater(new NoOp())
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (int k = 0; k < shapes.size(); k++) {
      layers.layer(convolution(k, shapes.get(k)));
    }
    int in = shapes.get(shapes.size() - 1).pooledSize();
    for (int k = 0; k < hidden.size(); k++) {
      layers.layer(dense(k, in));
      in = hidden.get(k);
    }
    FusedOutput.Builder output = new FusedOutput.Builder().loss(loss);
    return layers.layer(output.hasBias(bias).name("output").nIn(in).nOut(outputs).build()).build();
  }

  private FusedConvolution convolution(int k, ConvolutionShape shape) {
    return new FusedConvolution.Builder(shape)
        .planar(k == 0)
        .bias(bias)
        .function(activation)
        .pooling(pooling)
        .name(convolutionName(k))
        .build();
  }

  private FusedDense dense(int k, int in) {
    return new FusedDense.Builder()
        .function(activation)
        .bias(bias)
        .name(denseName(k))
        .nIn(in)
        .nOut(hidden.get(k))
        .build();
  }

  static String convolutionName(int k) {
    return "conv" + (k + 1);
  }

  static String denseName(int k) {
    return "layer" + (k + 1);
  }
}
