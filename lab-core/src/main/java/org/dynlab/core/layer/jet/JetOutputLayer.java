package org.dynlab.core.layer.jet;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.LossLayer;
import org.dynlab.core.layer.part.Buffers;
import org.dynlab.core.layer.part.DenseParameters;
import org.dynlab.core.layer.part.Errors;
import org.dynlab.core.layer.part.Staged;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.task.ResidualTargets;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The working {@link JetOutput} layer. Labels are stand-ins, [n, 1], for the residuals staged with
 * them; gradients are n times those of the batch's loss, as Deeplearning4j sums over examples.
 */
public final class JetOutputLayer extends BaseOutputLayer<JetOutput> implements LossLayer {
  private static final long serialVersionUID = 1L;
  private final transient Kernels kernels;
  private final transient DenseParameters parameters =
      new DenseParameters(this::getParam, key -> gradientViews.get(key));
  private final transient Staged<Residuals> staged = new Staged<>(JetOutputLayer::unknown);
  private transient Buffers outputs;
  private transient Errors inputErrors;
  private transient double[] channels = new double[0];
  private transient LossSum lastSum;

  JetOutputLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    kernels = Backend.kernels(type);
  }

  /** Tells which residuals an array of labels stands for. */
  public void stage(INDArray labels, ResidualTargets residuals) {
    staged.put(labels, new Residuals(residuals));
  }

  /**
   * The summed loss of some of the points that staged labels stand for.
   *
   * @param u stacked channels of the output at those points; receives their adjoints
   */
  public double lossAndAdjoints(INDArray labels, int first, int count, double[] u) {
    return staged.of(labels).sumAndAdjoints(first, count, u);
  }

  private static Residuals unknown(INDArray labels) {
    throw new IllegalStateException("JetOutput: labels must stand for staged residuals");
  }

  @Override
  public LossSum lastSum() {
    return lastSum;
  }

  @Override
  public void unstage(INDArray labels) {
    staged.forget(labels);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    Matrix x = Matrix.of(input);
    Residuals residuals = staged.of(labels);
    Matrix error = product(x, residuals);
    lastSum = residuals.sumAndAdjoints(channels);
    kernels.write(channels, error);
    Gradient gradient = new DefaultGradient();
    kernels.multiply(x, true, error, false, parameters.weightGradient());
    gradient.setGradientFor(
        DefaultParamInitializer.WEIGHT_KEY, parameters.weightGradient().array());
    if (hasBias()) {
      kernels.write(new double[] {residuals.valueSum(channels)}, parameters.biasGradient());
      gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, parameters.biasGradient().array());
    }
    Matrix into = inputErrors.of(x, workspaces);
    kernels.multiply(error, false, parameters.weights(), true, into);
    return new Pair<>(gradient, into.array());
  }

  @Override
  public LossSum sum(Matrix x, INDArray labels) {
    Residuals residuals = staged.of(labels);
    Matrix unused = product(x, residuals);
    return residuals.sum(channels);
  }

  @Override
  public Matrix outputs(Matrix x) {
    prepareBuffers();
    Matrix z = outputs.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, z);
    kernels.activate(z, parameters.bias(), Activation.IDENTITY, z);
    return z;
  }

  @Override
  public double computeScore(double penalty, boolean training, LayerWorkspaceMgr workspaces) {
    if (!training || lastSum == null) {
      lastSum = sum(Matrix.of(input), labels);
    }
    score = lastSum.loss() / labels.size(0) + penalty;
    return score;
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType role) {
    return labels;
  }

  private void prepareBuffers() {
    if (outputs == null) {
      outputs = new Buffers(dataType, 1, false);
      inputErrors = new Errors(dataType, Math.toIntExact(layerConf().getNIn()));
    }
  }

  /** The channels of u, in {@link #channels}, and the matrix they came from. */
  private Matrix product(Matrix x, Residuals residuals) {
    prepareBuffers();
    residuals.check(x.rows());
    Matrix z = outputs.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, z);
    channels = channels.length == x.rows() ? channels : new double[x.rows()];
    kernels.read(z, 0, channels, x.rows());
    if (hasBias()) {
      double[] bias = new double[1];
      kernels.read(parameters.bias(), 0, bias, 1);
      residuals.shiftValues(bias[0], channels);
    }
    return z;
  }
}
