package org.dynlab.core.layer.convolution;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.convolution.ConvolutionKernels;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.LabLayer;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.part.Buffers;
import org.dynlab.core.layer.part.DenseParameters;
import org.dynlab.core.layer.part.Errors;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The working {@link FusedConvolution} layer. The maximum of a window and a function that never
 * decreases can change places: then only the maxima are activated, a quarter of the map.
 */
public final class FusedConvolutionLayer extends BaseLayer<FusedConvolution> implements LabLayer {
  private static final long serialVersionUID = 1L;
  private final transient Kernels kernels;
  private final transient DenseParameters parameters =
      new DenseParameters(this::getParam, key -> gradientViews.get(key));
  private final transient ConvolutionKernels convolution;
  private final transient ConvolutionShape shape;
  private final transient boolean poolsFirst;
  private final transient ChannelBias bias;
  private final transient Buffers frames;
  private final transient Buffers maps;
  private final transient Buffers activeMaps;
  private final transient Buffers preActivations;
  private final transient Buffers activations;
  private final transient Buffers frameErrors;
  private final transient Errors inputErrors;
  private transient Matrix frame;
  private transient Matrix map;
  private transient Matrix other;
  private transient Matrix lookedAt;

  FusedConvolutionLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    shape = layerConf().shape();
    kernels = Backend.kernels(type);
    convolution = ConvolutionKernels.fastest(type, shape);
    poolsFirst = layerConf().pooling() == Pooling.MAX && layerConf().function().neverDecreases();
    bias = new ChannelBias(kernels, type, poolsFirst ? shape.pooledSize() : shape.mapSize());
    frames = new Buffers(type, shape.frameSize(), false);
    maps = new Buffers(type, shape.mapSize(), false);
    activeMaps = new Buffers(type, shape.mapSize(), false);
    preActivations = new Buffers(type, shape.pooledSize(), false);
    activations = new Buffers(type, shape.pooledSize(), false);
    frameErrors = new Buffers(type, shape.frameSize(), false);
    inputErrors = new Errors(type, shape.inputSize());
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    int rows = Math.toIntExact(input.size(0));
    long[] size = {rows, shape.pooledSize()};
    ArrayType role = ArrayType.ACTIVATIONS;
    Matrix h =
        training
            ? activations.ofRows(rows, role, workspaces)
            : Matrix.of(workspaces.createUninitialized(role, dataType, size, 'f'));
    forward(input, h);
    return h.array();
  }

  @Override
  public Matrix forward(INDArray x, int examples) {
    lookedAt = activations.ofRows(examples);
    forward(x, lookedAt);
    return lookedAt;
  }

  @Override
  public List<Tap> taps() {
    String name = layerConf().getLayerName();
    return List.of(Tap.ofOutputs(name, shape.pooledSize(), () -> lookedAt));
  }

  /** Rows can be put in behind the convolutions only. */
  @Override
  public List<Inlet> inlets() {
    return List.of();
  }

  private void forward(INDArray x, Matrix h) {
    Activation f = layerConf().function();
    frame = framed(x);
    map = maps.ofRows(h.rows());
    convolution.convolve(frame, parameters.weights(), map);
    Matrix shift = bias.spread(parameters.bias());
    if (poolsFirst) {
      other = f.slopeFromValue() ? h : preActivations.ofRows(h.rows());
      convolution.pool(Pooling.MAX, map, other);
      kernels.activate(other, shift, f, h);
    } else {
      other = activeMaps.ofRows(h.rows());
      kernels.activate(map, shift, f, other);
      convolution.pool(layerConf().pooling(), other, h);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Matrix error = mapError(columnMajor(epsilon));
    bias.fold(parameters.biasGradient());
    convolution.weightGradient(frame, error, parameters.weightGradient());
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(
        DefaultParamInitializer.WEIGHT_KEY, parameters.weightGradient().array());
    if (layerConf().hasBias()) {
      gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, parameters.biasGradient().array());
    }
    return new Pair<>(gradient, inputError(error, workspaces));
  }

  /** The gradient with respect to the map, in the memory of one of the two maps. */
  private Matrix mapError(Matrix error) {
    Activation f = layerConf().function();
    Matrix biasGradient = bias.gradient(parameters.biasGradient());
    if (poolsFirst) {
      kernels.timesSlope(other, f, error, biasGradient);
      convolution.unpool(Pooling.MAX, map, error);
      return map;
    }
    convolution.unpool(layerConf().pooling(), other, error);
    kernels.timesSlope(map, f, other, biasGradient);
    return other;
  }

  /** The first layer's input is data: nobody asks for the gradient with respect to it. */
  private INDArray inputError(Matrix error, LayerWorkspaceMgr workspaces) {
    if (index == 0) {
      return null;
    }
    Matrix into = inputErrors.of(columnMajor(input), workspaces);
    boolean direct = framesAreInputs();
    Matrix frameError = direct ? into : frameErrors.ofRows(error.rows());
    convolution.frameError(error, parameters.weights(), frameError);
    if (!direct) {
      convolution.unframe(frameError, layerConf().planar(), into);
    }
    return into.array();
  }

  // A copy that had to be made of x may not outlive this call, so it is framed in any case.
  private Matrix framed(INDArray x) {
    Matrix from = columnMajor(x);
    if (framesAreInputs() && from.array() == x) {
      return from;
    }
    Matrix into = frames.ofRows(from.rows());
    convolution.frame(from, layerConf().planar(), into);
    return into;
  }

  private boolean framesAreInputs() {
    return shape.padding() == 0 && !(layerConf().planar() && shape.channels() > 1);
  }

  private static Matrix columnMajor(INDArray array) {
    Matrix matrix = Matrix.of(array);
    return matrix.rowMajor() ? Matrix.of(array.dup('f')) : matrix;
  }
}
