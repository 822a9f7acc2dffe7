package org.dynlab.core.layer.convolution;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.engine.convolution.Pooling;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a convolution with stride 1, an activation function and pooling over windows
 * that do not overlap: h = pool(f(x ∗ W + b)). Inputs and outputs are rows [n, entries] whose
 * entries run over rows, then columns, then channels of the image; a planar input runs over
 * channels first, as images are stored. W: [k·k·c, outputs] with row (dy·k + dx)·c + channel, b:
 * [outputs].
 */
public final class FusedConvolution extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;
  @JsonProperty private int channels;
  @JsonProperty private int height;
  @JsonProperty private int width;
  @JsonProperty private int outputs;
  @JsonProperty private int kernel;
  @JsonProperty private int padding;
  @JsonProperty private int window;
  @JsonProperty private boolean planar;
  @JsonProperty private boolean bias;
  @JsonProperty private Activation function;
  @JsonProperty private Pooling pooling;

  /** For deserialisation by Deeplearning4j. */
  public FusedConvolution() {}

  private FusedConvolution(Builder builder) {
    super(builder);
    channels = builder.shape.channels();
    height = builder.shape.height();
    width = builder.shape.width();
    outputs = builder.shape.outputs();
    kernel = builder.shape.kernel();
    padding = builder.shape.padding();
    window = builder.shape.window();
    planar = builder.planar;
    bias = builder.bias;
    function = builder.function;
    pooling = builder.pooling;
    setNIn(builder.shape.inputSize());
    setNOut(builder.shape.pooledSize());
    initializeConstraints(builder);
  }

  ConvolutionShape shape() {
    return new ConvolutionShape(channels, height, width, outputs, kernel, padding, window);
  }

  boolean planar() {
    return planar;
  }

  boolean hasBias() {
    return bias;
  }

  Activation function() {
    return function;
  }

  Pooling pooling() {
    return pooling;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    FusedConvolutionLayer layer = new FusedConvolutionLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new ConvolutionParameters();
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    long parameters = initializer().numParams(this);
    InputType outputType = InputType.feedForward(getNOut());
    return new LayerMemoryReport.Builder(
            getLayerName(), FusedConvolution.class, inputType, outputType)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, shape().frameSize() + 2L * shape().mapSize())
        .build();
  }

  /** Collects the settings of a {@link FusedConvolution}. */
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final ConvolutionShape shape;
    private boolean planar;
    private boolean bias = true;
    private Activation function = Activation.RELU;
    private Pooling pooling = Pooling.MAX;

    /** A convolution of these sizes, which decide the numbers of inputs and outputs. */
    public Builder(ConvolutionShape shape) {
      this.shape = shape;
    }

    /** Whether inputs run over channels first; false if not called. */
    public Builder planar(boolean newPlanar) {
      this.planar = newPlanar;
      return this;
    }

    /** Whether there is a b; true if not called. */
    public Builder bias(boolean newBias) {
      this.bias = newBias;
      return this;
    }

    /** f; relu if not called. */
    public Builder function(Activation newFunction) {
      this.function = newFunction;
      return this;
    }

    /** What becomes of a window; its maximum if not called. */
    public Builder pooling(Pooling newPooling) {
      this.pooling = newPooling;
      return this;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      return (E) new FusedConvolution(this);
    }
  }
}
