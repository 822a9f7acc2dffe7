package org.dynlab.core.layer.dense;

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
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.LossSum;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The working {@link FusedOutput} layer. The backward pass computes the loss on its way; {@link
 * #computeScore} after it only divides by the number of examples.
 */
public final class FusedOutputLayer extends BaseOutputLayer<FusedOutput> implements LossLayer {
  private static final long serialVersionUID = 1L;
  private final transient Kernels kernels;
  private final transient DenseParameters parameters =
      new DenseParameters(this::getParam, key -> gradientViews.get(key));
  private final transient Staged<Answers> staged =
      new Staged<>(array -> LabelArrays.read(layerConf().getLoss(), array));
  private transient Buffers outputs;
  private transient Errors inputErrors;
  private transient LossSum lastSum;

  FusedOutputLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    kernels = Backend.kernels(type);
  }

  /** Tells what a label array says, so that it need not be read from it again. */
  public void stage(INDArray labels, Answers answers) {
    staged.put(labels, answers);
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
    Matrix error = product(x);
    lastSum =
        kernels.lossAndError(layerConf().getLoss(), error, parameters.bias(), staged.of(labels));
    Gradient gradient = new DefaultGradient();
    kernels.multiply(x, true, error, false, parameters.weightGradient());
    gradient.setGradientFor(
        DefaultParamInitializer.WEIGHT_KEY, parameters.weightGradient().array());
    if (hasBias()) {
      kernels.columnSums(error, parameters.biasGradient());
      gradient.setGradientFor(DefaultParamInitializer.BIAS_KEY, parameters.biasGradient().array());
    }
    Matrix into = inputErrors.of(x, workspaces);
    kernels.multiply(error, false, parameters.weights(), true, into);
    return new Pair<>(gradient, into.array());
  }

  @Override
  public LossSum sum(Matrix x, INDArray labels) {
    return kernels.loss(layerConf().getLoss(), product(x), parameters.bias(), staged.of(labels));
  }

  @Override
  public Matrix outputs(Matrix x) {
    Matrix z = product(x);
    kernels.activate(z, parameters.bias(), Activation.IDENTITY, z);
    return z;
  }

  @Override
  public double computeScore(double penalty, boolean training, LayerWorkspaceMgr workspaces) {
    if (!training || lastSum == null) {
      lastSum = sum(Matrix.of(input), labels);
    }
    score = lastSum.loss() / input.size(0) + penalty;
    return score;
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType role) {
    return labels;
  }

  private Matrix product(Matrix x) {
    if (outputs == null) {
      outputs = new Buffers(dataType, Math.toIntExact(layerConf().getNOut()), false);
      inputErrors = new Errors(dataType, Math.toIntExact(layerConf().getNIn()));
    }
    Matrix z = outputs.ofRows(x.rows());
    kernels.multiply(x, false, parameters.weights(), false, z);
    return z;
  }
}
