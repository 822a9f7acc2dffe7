package org.dynlab.core.layer.dense;

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
import org.dynlab.core.engine.Tokens;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.LabLayer;
import org.dynlab.core.layer.StochasticLayer;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.TokenReader;
import org.dynlab.core.layer.part.Buffers;
import org.dynlab.core.layer.part.DenseParameters;
import org.dynlab.core.layer.part.Dropout;
import org.dynlab.core.layer.part.Errors;
import org.dynlab.core.layer.part.Staged;
import org.dynlab.core.random.SeedTree;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The working {@link FusedDense} layer. */
public final class FusedDenseLayer extends BaseLayer<FusedDense>
    implements LabLayer, TokenReader, StochasticLayer {
  private static final long serialVersionUID = 1L;
  private final transient Kernels kernels;
  private final transient DenseParameters parameters =
      new DenseParameters(this::getParam, key -> gradientViews.get(key));
  private final transient Staged<Tokens> staged = new Staged<>(Tokens::of);
  private transient Buffers preActivations;
  private transient Buffers activations;
  private transient Errors inputErrors;
  private transient Errors outputErrors;
  private transient Dropout dropout;
  private transient Matrix mask;
  private transient Matrix z;
  private transient Matrix lookedAt;
  private transient Matrix lookedBefore;

  FusedDenseLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    kernels = Backend.kernels(type);
  }

  @Override
  public void stage(INDArray input, Tokens tokens) {
    staged.put(input, tokens);
  }

  @Override
  public void unstage(INDArray input) {
    staged.forget(input);
  }

  @Override
  public boolean random() {
    return layerConf().getDropout() > 0;
  }

  @Override
  public void draw(SeedTree step) {
    prepareBuffers();
    dropout.restart(step, layerConf().getLayerName());
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
    Matrix h =
        training
            ? activations.ofRows(rows, ArrayType.ACTIVATIONS, workspaces)
            : Matrix.of(
                workspaces.createUninitialized(
                    ArrayType.ACTIVATIONS,
                    dataType,
                    new long[] {rows, width()},
                    layerConf().isTokenInput() ? 'c' : 'f'));
    mask = training && random() ? dropout.draw(rows) : null;
    forward(input, h);
    return h.array();
  }

  @Override
  public Matrix forward(INDArray x, int examples) {
    prepareBuffers();
    Matrix h = activations.ofRows(examples);
    mask = null;
    forward(x, h);
    lookedAt = h;
    return h;
  }

  @Override
  public List<Tap> taps() {
    String name = layerConf().getLayerName();
    return List.of(Tap.of(name, width(), () -> lookedAt, () -> lookedBefore));
  }

  @Override
  public List<Inlet> inlets() {
    int in = Math.toIntExact(layerConf().getNIn());
    return List.of(new Inlet(Inlet.INPUT, in, this::written, this::onward, 0));
  }

  /** Input rows as numbers: positions become ones among zeros. */
  private Matrix written(INDArray x) {
    if (!layerConf().isTokenInput()) {
      return Matrix.of(x);
    }
    Tokens tokens = staged.of(x);
    Matrix rows =
        Matrix.uninitialised(dataType, tokens.rows(), Math.toIntExact(layerConf().getNIn()), true);
    kernels.write(tokens.multiHot(rows.columns()), rows);
    return rows;
  }

  private Matrix onward(Matrix x) {
    prepareBuffers();
    lookedBefore = preActivations.ofRows(x.rows());
    lookedAt = activations.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, lookedBefore);
    kernels.activate(lookedBefore, parameters.bias(), layerConf().getFunction(), lookedAt);
    if (layerConf().isResidual()) {
      kernels.add(x, lookedAt);
    }
    return lookedAt;
  }

  private void forward(INDArray x, Matrix h) {
    Activation f = layerConf().getFunction();
    z = slopeFromOutput() ? h : preActivations.ofRows(h.rows());
    if (layerConf().isTokenInput()) {
      kernels.activateSums(staged.of(x), parameters.weights(), parameters.bias(), f, z, h);
    } else {
      kernels.multiply(Matrix.of(x), false, parameters.weights(), false, z);
      kernels.activate(z, parameters.bias(), f, h);
    }
    if (mask != null) {
      kernels.scale(mask, h);
    }
    if (layerConf().isResidual()) {
      kernels.add(Matrix.of(x), h);
    }
  }

  private boolean slopeFromOutput() {
    return layerConf().getFunction().slopeFromValue() && !layerConf().isResidual() && !random();
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Matrix error = Matrix.of(epsilon);
    Activation f = layerConf().getFunction();
    Matrix weights = parameters.weightGradient();
    Matrix bias = parameters.biasGradient();
    Matrix around = layerConf().isResidual() ? outputErrors.copy(error) : null;
    if (mask != null) {
      kernels.scale(mask, error);
    }
    if (layerConf().isTokenInput()) {
      kernels.scatterError(staged.of(input), z, f, error, weights, bias);
    } else {
      kernels.timesSlope(z, f, error, bias);
      kernels.multiply(Matrix.of(input), true, error, false, weights);
    }
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, weights.array());
    if (bias != null) {
      gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, bias.array());
    }
    return new Pair<>(gradient, inputError(error, around, workspaces));
  }

  /**
   * The error of the input, {@code around} being what reaches it past the weights (null without a
   * residual). The first layer's input is data: nobody asks for its error.
   */
  private INDArray inputError(Matrix error, Matrix around, LayerWorkspaceMgr workspaces) {
    if (index == 0) {
      return null;
    }
    Matrix into = inputErrors.of(Matrix.of(input), workspaces);
    kernels.multiply(error, false, parameters.weights(), true, into);
    if (around != null) {
      kernels.add(around, into);
    }
    return into.array();
  }

  private int width() {
    return Math.toIntExact(layerConf().getNOut());
  }

  private void prepareBuffers() {
    if (preActivations == null) {
      boolean rowMajor = layerConf().isTokenInput();
      preActivations = new Buffers(dataType, width(), rowMajor);
      activations = new Buffers(dataType, width(), rowMajor);
      inputErrors = new Errors(dataType, Math.toIntExact(layerConf().getNIn()));
      outputErrors = new Errors(dataType, width());
      dropout = dropout(rowMajor);
    }
  }

  /** Under plain {@code fit()} masks follow the seed of the configuration. */
  private Dropout dropout(boolean rowMajor) {
    Buffers masks = new Buffers(dataType, width(), rowMajor);
    SeedTree seeds = new SeedTree(conf.getSeed());
    return new Dropout(layerConf().getDropout(), kernels, masks, seeds.stream("layer" + index));
  }
}
