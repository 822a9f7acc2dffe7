package org.dynlab.core.layer.jet;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Configuration of the last layer of a network that solves an equation: one output u = x W + b,
 * whose value and derivatives the residuals of the staged {@link
 * org.dynlab.core.task.ResidualTargets} read. {@code output()} of the network on points gives u,
 * before any hard constraint a residual wraps around it.
 */
public final class JetOutput extends BaseOutputLayer {
  private static final long serialVersionUID = 1L;

  /** For deserialisation by Deeplearning4j. */
  public JetOutput() {}

  private JetOutput(Builder builder) {
    super(builder);
    initializeConstraints(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNInNOutSet("JetOutput", getLayerName(), layerIndex, getNIn(), getNOut());
    JetOutputLayer layer = new JetOutputLayer(conf, type);
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

  /** Collects the settings of a {@link JetOutput}. */
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      nOut(1);
      setActivationFn(new ActivationIdentity());
      setLossFn(new LossMSE());
      return (E) new JetOutput(this);
    }
  }
}
