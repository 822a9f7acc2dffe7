package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.LossSum;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.FusedDenseLayer;
import org.dynlab.core.layer.FusedOutputLayer;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.task.Examples;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A Deeplearning4j network of fused layers, seen as a function of one flat parameter vector: its
 * mean data loss, the gradient of that, and the outputs of its hidden layers.
 *
 * <p>One owner, one thread. The network itself is open to listeners through {@link #dl4j()}.
 */
public final class Network {
  private final MultiLayerNetwork network;
  private final ParameterLayout layout;
  private final Kernels kernels;
  private final Matrix parameters;
  private final Matrix gradients;

  Network(MultiLayerNetwork network, ParameterLayout layout) {
    if (network.numParams() != layout.size()) {
      throw new IllegalArgumentException(
          "layout of " + layout.size() + " for " + network.numParams() + " parameters");
    }
    this.network = network;
    this.layout = layout;
    network.initGradientsView();
    this.kernels = Backend.kernels(type());
    this.parameters = Matrix.of(network.params());
    this.gradients = Matrix.of(network.getFlattenedGradients());
  }

  /** The network underneath, for listeners and serialisers. */
  public MultiLayerNetwork dl4j() {
    return network;
  }

  /** What lies where in the parameter vector. */
  public ParameterLayout layout() {
    return layout;
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

  /** Prepares examples for many passes through this network. */
  public StagedExamples stage(Examples examples) {
    return new Staging(type()).stage(examples, firstLayer(), output());
  }

  /** Lets go of examples that will not be passed again. */
  public void release(StagedExamples examples) {
    firstLayer().unstage(examples.features());
    output().unstage(examples.labels());
  }

  /**
   * One forward and backward pass through Deeplearning4j.
   *
   * @param gradient receives the gradient of the mean data loss, length of the layout
   * @return the summed loss and the number of correct examples, before any update
   */
  public LossSum gradient(StagedExamples batch, double[] gradient) {
    network.setInput(batch.features());
    network.setLabels(batch.labels());
    network.computeGradientAndScore();
    kernels.read(gradients, 0, gradient, gradient.length);
    double factor = 1.0 / batch.rows();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
    return output().lastSum();
  }

  /** Summed loss and number of correct examples; no gradient. */
  public LossSum evaluate(StagedExamples examples) {
    List<Matrix> hidden = hiddenOutputs(examples);
    return output().sum(hidden.get(hidden.size() - 1), examples.labels());
  }

  /** Outputs of the hidden layers, in the layers' own arrays: valid until the next pass. */
  public List<Matrix> hiddenOutputs(StagedExamples examples) {
    List<Matrix> outputs = new ArrayList<>();
    Layer[] layers = network.getLayers();
    Matrix last = null;
    for (int k = 0; k < layers.length - 1; k++) {
      FusedDenseLayer layer = (FusedDenseLayer) layers[k];
      last = layer.forward(last == null ? examples.features() : last.array());
      outputs.add(last);
    }
    return outputs;
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

  private FusedDenseLayer firstLayer() {
    return (FusedDenseLayer) network.getLayer(0);
  }

  private FusedOutputLayer output() {
    return (FusedOutputLayer) network.getOutputLayer();
  }
}
