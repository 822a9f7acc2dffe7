package org.dynlab.core.layer.transformer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.layer.part.BlockInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a whole transformer but for its read-out, as a first layer: from symbols [n, c],
 * whole numbers, to the residual stream at the last token, [n, d].
 */
public final class TransformerStack extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;
  private TransformerShape shape;

  /** For deserialisation by Deeplearning4j. */
  public TransformerStack() {}

  private TransformerStack(Builder builder) {
    super(builder);
    shape = builder.shape;
    initializeConstraints(builder);
  }

  /** What it computes. */
  public TransformerShape getShape() {
    return shape;
  }

  /** For deserialisation. */
  public void setShape(TransformerShape shape) {
    this.shape = shape;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    TransformerStackLayer layer = new TransformerStackLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new BlockInitializer(shape.parameters());
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType outputType = getOutputType(-1, inputType);
    long parameters = initializer().numParams(this);
    long perToken = 6L * shape.width() + 2L * shape.feedForward();
    return new LayerMemoryReport.Builder(
            getLayerName(), TransformerStack.class, inputType, outputType)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, perToken * shape.blocks() * shape.context())
        .build();
  }

  /** Collects the settings of a {@link TransformerStack}. */
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private TransformerShape shape;

    /** What it computes; must be called. */
    public Builder shape(TransformerShape newShape) {
      this.shape = newShape;
      return nIn(newShape.context()).nOut(newShape.width());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      return (E) new TransformerStack(this);
    }
  }
}
