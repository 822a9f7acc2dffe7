package org.dynlab.core.layer.jet;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.jet.JetKernels;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.LabLayer;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.part.Buffers;
import org.dynlab.core.layer.part.DenseParameters;
import org.dynlab.core.layer.part.Errors;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The working {@link JetDense} layer. */
public final class JetDenseLayer extends BaseLayer<JetDense> implements LabLayer {
  private static final long serialVersionUID = 1L;
  private final transient Kernels kernels;
  private final transient JetKernels jets;
  private final transient DenseParameters parameters =
      new DenseParameters(this::getParam, key -> gradientViews.get(key));
  private transient Buffers preActivations;
  private transient Buffers activations;
  private transient Errors inputErrors;
  private transient Errors outputErrors;
  private transient Matrix z;
  private transient Matrix lookedAt;
  private transient Matrix lookedBefore;

  JetDenseLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    kernels = Backend.kernels(type);
    jets = JetKernels.fastest();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    prepareBuffers();
    int rows = Math.toIntExact(input.size(0));
    if (training) {
      Matrix h = activations.ofRows(rows, ArrayType.ACTIVATIONS, workspaces);
      carry(Matrix.of(input), h);
      return h.array();
    }
    long[] shape = {rows, width()};
    Matrix h =
        Matrix.of(workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'f'));
    values(Matrix.of(input), h);
    return h.array();
  }

  @Override
  public Matrix forward(INDArray x, int examples) {
    prepareBuffers();
    Matrix from = Matrix.of(x);
    Matrix h = activations.ofRows(from.rows());
    if (from.rows() == examples) {
      values(from, h);
    } else {
      carry(from, h);
    }
    lookedAt = h;
    return h;
  }

  /** After a pass with derivatives their rows are there too; instruments make passes of values. */
  @Override
  public List<Tap> taps() {
    String name = layerConf().getLayerName();
    return List.of(Tap.of(name, width(), () -> lookedAt, () -> lookedBefore));
  }

  /** Values alone; instruments put no derivatives in. */
  @Override
  public List<Inlet> inlets() {
    int in = Math.toIntExact(layerConf().getNIn());
    return List.of(new Inlet(Inlet.INPUT, in, Matrix::of, this::onward, 0));
  }

  private Matrix onward(Matrix x) {
    prepareBuffers();
    lookedBefore = preActivations.ofRows(x.rows());
    lookedAt = activations.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, lookedBefore);
    kernels.activate(lookedBefore, parameters.bias(), layerConf().getFunction(), lookedAt);
    skip(x, lookedAt);
    return lookedAt;
  }

  private void values(Matrix x, Matrix h) {
    kernels.multiply(x, false, parameters.weights(), false, h);
    kernels.activate(h, parameters.bias(), layerConf().getFunction(), h);
    skip(x, h);
  }

  private void carry(Matrix x, Matrix h) {
    z = preActivations.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, z);
    jets.activate(layerConf().channels(), z, parameters.bias(), layerConf().getFunction(), h);
    skip(x, h);
  }

  private void skip(Matrix x, Matrix h) {
    if (layerConf().isSkip()) {
      kernels.add(x, h);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Matrix error = Matrix.of(epsilon);
    Matrix skipped = layerConf().isSkip() ? outputErrors.copy(error) : null;
    Matrix weights = parameters.weightGradient();
    Matrix bias = parameters.biasGradient();
    jets.reverse(layerConf().channels(), z, layerConf().getFunction(), error, bias);
    kernels.multiply(Matrix.of(input), true, error, false, weights);
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, weights.array());
    if (bias != null) {
      gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, bias.array());
    }
    return new Pair<>(gradient, inputError(error, skipped, workspaces));
  }

  /** The first layer's input is data: nobody asks for the gradient with respect to it. */
  private INDArray inputError(Matrix error, Matrix skipped, LayerWorkspaceMgr workspaces) {
    if (index == 0) {
      return null;
    }
    Matrix into = inputErrors.of(Matrix.of(input), workspaces);
    kernels.multiply(error, false, parameters.weights(), true, into);
    if (skipped != null) {
      kernels.add(skipped, into);
    }
    return into.array();
  }

  private int width() {
    return Math.toIntExact(layerConf().getNOut());
  }

  private void prepareBuffers() {
    if (preActivations == null) {
      preActivations = new Buffers(dataType, width(), false);
      activations = new Buffers(dataType, width(), false);
      outputErrors = new Errors(dataType, width());
      inputErrors = new Errors(dataType, Math.toIntExact(layerConf().getNIn()));
    }
  }
}
