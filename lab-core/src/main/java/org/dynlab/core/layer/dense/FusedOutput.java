package org.dynlab.core.layer.dense;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.loss.Loss;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Configuration of the last layer: outputs z = x W + b with their {@link Loss}. Labels are one-hot
 * rows for the cross-entropies, one column of 1 and 0 (or −1) for the hinge loss with its single
 * output, and rows of numbers for the squared error. {@code output()} of the network gives softmax
 * probabilities for the softmax cross-entropy, as stock Deeplearning4j does, and z for the others.
 */
public final class FusedOutput extends BaseOutputLayer {
  private static final long serialVersionUID = 1L;
  private Loss loss;

  /** For deserialisation by Deeplearning4j. */
  public FusedOutput() {}

  private FusedOutput(Builder builder) {
    super(builder);
    loss = builder.loss;
    initializeConstraints(builder);
  }

  /** The loss of one example. */
  public Loss getLoss() {
    return loss;
  }

  /** For deserialisation. */
  public void setLoss(Loss loss) {
    this.loss = loss;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNInNOutSet(
        "FusedOutput", getLayerName(), layerIndex, getNIn(), getNOut());
    FusedOutputLayer layer = new FusedOutputLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return DefaultParamInitializer.getInstance();
  }

  /** Collects the settings of a {@link FusedOutput}. */
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {
    private Loss loss = Loss.SOFTMAX_CROSS_ENTROPY;

    /** The loss; softmax cross-entropy if not called. */
    public Builder loss(Loss newLoss) {
      this.loss = newLoss;
      return this;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      boolean softmax = loss == Loss.SOFTMAX_CROSS_ENTROPY;
      setActivationFn(softmax ? new ActivationSoftmax() : new ActivationIdentity());
      setLossFn(stock());
      return (E) new FusedOutput(this);
    }

    /**
     * What Deeplearning4j's checks of the configuration want to see; the layer never asks it. It
     * has no StableMax.
     */
    private ILossFunction stock() {
      return switch (loss) {
        case SOFTMAX_CROSS_ENTROPY -> new LossMCXENT();
        case STABLE_MAX_CROSS_ENTROPY, MEAN_SQUARED_ERROR -> new LossMSE();
        case HINGE -> new LossHinge();
      };
    }
  }
}
