package org.dynlab.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.FlatVector;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.LabLayer;
import org.dynlab.core.layer.LossLayer;
import org.dynlab.core.layer.StochasticLayer;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Features;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A Deeplearning4j network of this lab's layers, seen as a function of one flat parameter vector:
 * its mean data loss, the gradient of that, and the outputs of its hidden layers.
 *
 * <p>One owner, one thread. The network itself is open to listeners through {@link #dl4j()}.
 */
public final class Network {
  private final MultiLayerNetwork network;
  private final ParameterLayout layout;
  private final Kernels kernels;
  private final Matrix parameters;
  private final FlatVector gradients;
  private final FlatVector movable;
  private final List<LabLayer> layers;
  private final List<StochasticLayer> random;
  private final LossLayer output;
  private final Staging staging;
  private final Optional<JetGradient> equation;
  private final SeedTree noise;

  /**
   * Wraps an initialised network.
   *
   * @param network layers that are {@link LabLayer}s, and a last one that is a {@link LossLayer}
   * @param seeds the run's seed tree; dropout draws from the subtree {@code dropout}
   */
  public Network(MultiLayerNetwork network, ParameterLayout layout, SeedTree seeds) {
    if (network.numParams() != layout.size()) {
      throw new IllegalArgumentException(
          "layout of " + layout.size() + " for " + network.numParams() + " parameters");
    }
    this.network = network;
    this.layout = layout;
    network.initGradientsView();
    this.kernels = Backend.kernels(type());
    this.parameters = Matrix.of(network.params());
    this.gradients = Backend.flat(network.getFlattenedGradients());
    this.movable = Backend.flat(network.params());
    Layer[] all = network.getLayers();
    this.layers = Arrays.stream(all, 0, all.length - 1).map(LabLayer.class::cast).toList();
    this.random =
        Arrays.stream(all)
            .filter(StochasticLayer.class::isInstance)
            .map(StochasticLayer.class::cast)
            .filter(StochasticLayer::random)
            .toList();
    this.output = (LossLayer) network.getOutputLayer();
    this.staging = new Staging(type(), kernels, network.getLayer(0), output);
    this.equation = JetGradient.of(network, layout, kernels);
    this.noise = seeds.child("dropout");
  }

  /** The network underneath, for listeners and serialisers. */
  public MultiLayerNetwork dl4j() {
    return network;
  }

  /** What lies where in the parameter vector. */
  public ParameterLayout layout() {
    return layout;
  }

  /** The hidden layers, in the order of {@link #hiddenOutputs}. */
  public List<Tap> hidden() {
    return layers.stream().flatMap(layer -> layer.taps().stream()).toList();
  }

  /** Whether the loss of a gradient pass is that of a network with units dropped at random. */
  public boolean stochastic() {
    return !random.isEmpty();
  }

  /** A copy of the parameter vector. */
  public double[] read() {
    double[] values = new double[layout.size()];
    kernels.read(parameters, 0, values, values.length);
    return values;
  }

  /** Parameter vector ← {@code values}, which are rounded in place to what the network can hold. */
  public void write(double[] values) {
    if (type() == DataType.FLOAT) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) values[i];
      }
    }
    kernels.write(values, parameters);
  }

  /** Adds the update to the parameter vector and to its copy, rounded as {@link #write} does. */
  public void move(double[] values, double[] update) {
    movable.add(values, update);
  }

  /** Prepares examples for many passes through this network. */
  public StagedExamples stage(Examples examples) {
    return staging.stage(examples);
  }

  /** As {@link #stage}, in the memory of {@code old}, which must not be passed again. */
  public StagedExamples restage(StagedExamples old, Examples examples) {
    return staging.restage(old, examples);
  }

  /** Lets go of examples that will not be passed again. */
  public void release(StagedExamples examples) {
    staging.release(examples);
  }

  /** Prepares inputs for {@link #hiddenOutputs}. */
  public INDArray stageInputs(Features features) {
    return staging.inputs(features);
  }

  /**
   * One forward and backward pass through Deeplearning4j's layers.
   *
   * @param step number of the step, from 0; what dropout draws depends on it
   * @param gradient receives the gradient of the mean data loss, length of the layout
   * @return the summed loss and the number of correct examples, before any update
   */
  public LossSum gradient(StagedExamples batch, long step, double[] gradient) {
    if (stochastic()) {
      SeedTree draws = noise.child("step" + step);
      random.forEach(layer -> layer.draw(draws));
    }
    network.setInput(batch.features());
    network.setLabels(batch.labels());
    LossSum sum = equation.isPresent() ? equation.get().run(batch, read()) : learn();
    gradients.readScaled(1.0 / batch.rows(), gradient);
    return sum;
  }

  private LossSum learn() {
    network.computeGradientAndScore();
    return output.lastSum();
  }

  /** Summed loss and number of correct examples; no gradient, no dropout. */
  public LossSum evaluate(StagedExamples examples) {
    return output.sum(forward(examples.features(), examples.rows()), examples.labels());
  }

  /**
   * Outputs of the hidden layers, one per {@link #hidden()}, in the layers' own arrays: valid until
   * the next pass.
   */
  public List<Matrix> hiddenOutputs(INDArray inputs, int examples) {
    Matrix unused = forward(inputs, examples);
    List<Matrix> outputs = new ArrayList<>();
    hidden().forEach(tap -> outputs.add(tap.values().get()));
    return outputs;
  }

  /**
   * The outputs [n, outputs] before any softmax for what {@link #hiddenOutputs} gave last of the
   * last hidden layer, in the output layer's array: valid until the next pass.
   */
  public Matrix outputsOf(Matrix lastHidden) {
    return output.outputs(lastHidden);
  }

  /** Number of outputs. */
  public int outputs() {
    return Math.toIntExact(outputConfiguration().getNOut());
  }

  private FeedForwardLayer outputConfiguration() {
    return (FeedForwardLayer) network.getOutputLayer().conf().getLayer();
  }

  /** The taps behind that inlet whose pre-activations can be read after a pass from it. */
  public List<Tap> tapsBehind(int inlet) {
    List<Tap> taps = new ArrayList<>();
    int first = 0;
    for (LabLayer layer : layers) {
      int here = inlet - first;
      first += layer.inlets().size();
      if (inlet < first) {
        int passed = here >= 0 ? layer.inlets().get(here).passed() : 0;
        layer.taps().stream().skip(passed).filter(t -> t.before().isPresent()).forEach(taps::add);
      }
    }
    return taps;
  }

  /** Places where rows can be put in: {@code input}, or the hidden layer they come from. */
  public List<Inlet> inlets() {
    List<Inlet> all = new ArrayList<>();
    String before = Inlet.INPUT;
    for (int k = 0; k < layers.size(); k++) {
      int layer = k;
      for (Inlet inlet : layers.get(k).inlets()) {
        boolean own = inlet.name().equals(Inlet.INPUT);
        all.add(
            new Inlet(
                own ? before : inlet.name(),
                inlet.width(),
                inputs -> inlet.reach().apply(inputOf(layer, inputs)),
                rows -> behind(layer, inlet.onward().apply(rows)),
                inlet.passed()));
      }
      List<Tap> taps = layers.get(k).taps();
      before = taps.get(taps.size() - 1).name();
    }
    int width = Math.toIntExact(outputConfiguration().getNIn());
    all.add(
        new Inlet(
            before,
            width,
            inputs -> Matrix.of(inputOf(layers.size(), inputs)),
            output::outputs,
            0));
    return List.copyOf(all);
  }

  /** What enters that layer. */
  private INDArray inputOf(int layer, INDArray inputs) {
    INDArray x = inputs;
    int examples = Math.toIntExact(inputs.size(0));
    for (LabLayer each : layers.subList(0, layer)) {
      x = each.forward(x, examples).array();
    }
    return x;
  }

  /** The outputs of the network if that layer gives these. */
  private Matrix behind(int layer, Matrix outputs) {
    Matrix last = outputs;
    for (LabLayer each : layers.subList(layer + 1, layers.size())) {
      last = each.inlets().get(0).onward().apply(last);
    }
    return output.outputs(last);
  }

  private Matrix forward(INDArray inputs, int examples) {
    Matrix last = null;
    for (LabLayer layer : layers) {
      last = layer.forward(last == null ? inputs : last.array(), examples);
    }
    return last;
  }

  /**
   * into[0, count) ← the entries of {@code from}, as they lie in memory, from {@code offset} on.
   */
  public void read(Matrix from, int offset, double[] into, int count) {
    kernels.read(from, offset, into, count);
  }

  private DataType type() {
    return network.params().dataType();
  }
}
