package org.dynlab.core.layer.jet;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.jet.Channels;
import org.dynlab.core.task.Jet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a hidden layer h = f(x W + b), or h = x + f(x W + b) with a skip connection,
 * that carries derivatives with respect to the network's inputs beside its values. While it trains,
 * its input has a row for every channel of every example, [n·C, in], in the order of {@link Jet};
 * otherwise rows are values.
 */
public final class JetDense extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;
  private Activation function;
  private boolean bias;
  private boolean skip;
  private List<Integer> first;
  private List<Integer> secondOf;
  private boolean laplacian;

  /** For deserialisation by Deeplearning4j. */
  public JetDense() {}

  private JetDense(Builder builder) {
    super(builder);
    function = builder.function;
    bias = builder.bias;
    skip = builder.skip;
    first = builder.jet.first();
    secondOf = builder.jet.second().stream().map(builder.jet.first()::indexOf).toList();
    laplacian = builder.jet.laplacian();
    initializeConstraints(builder);
  }

  /** The channels it carries. */
  public Channels channels() {
    return new Channels(first.size(), secondOf, laplacian);
  }

  /** f. */
  public Activation getFunction() {
    return function;
  }

  /** For deserialisation. */
  public void setFunction(Activation function) {
    this.function = function;
  }

  /** Whether there is a b. */
  public boolean isBias() {
    return bias;
  }

  /** For deserialisation. */
  public void setBias(boolean bias) {
    this.bias = bias;
  }

  /** Whether x is added to the outputs. */
  public boolean isSkip() {
    return skip;
  }

  /** For deserialisation. */
  public void setSkip(boolean skip) {
    this.skip = skip;
  }

  /** Inputs along which there is a first derivative. */
  public List<Integer> getFirst() {
    return first;
  }

  /** For deserialisation. */
  public void setFirst(List<Integer> first) {
    this.first = List.copyOf(first);
  }

  /** For each second derivative the number of its first one. */
  public List<Integer> getSecondOf() {
    return secondOf;
  }

  /** For deserialisation. */
  public void setSecondOf(List<Integer> secondOf) {
    this.secondOf = List.copyOf(secondOf);
  }

  /** Whether the Laplacian is carried. */
  public boolean isLaplacian() {
    return laplacian;
  }

  /** For deserialisation. */
  public void setLaplacian(boolean laplacian) {
    this.laplacian = laplacian;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNInNOutSet("JetDense", getLayerName(), layerIndex, getNIn(), getNOut());
    JetDenseLayer layer = new JetDenseLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new DefaultParamInitializer() {
      @Override
      protected boolean hasBias(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return bias;
      }
    };
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType outputType = getOutputType(-1, inputType);
    long parameters = initializer().numParams(this);
    long channels = channels().count();
    return new LayerMemoryReport.Builder(getLayerName(), JetDense.class, inputType, outputType)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, 2 * channels * outputType.arrayElementsPerExample())
        .build();
  }

  /** Collects the settings of a {@link JetDense}. */
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final Jet jet;
    private Activation function = Activation.TANH;
    private boolean bias = true;
    private boolean skip;

    /**
     * @param jet the derivatives the network carries while it trains
     */
    public Builder(Jet jet) {
      this.jet = jet;
    }

    /** f; tanh if not called. */
    public Builder function(Activation newFunction) {
      this.function = newFunction;
      return this;
    }

    /** Whether there is a b; true if not called. */
    public Builder bias(boolean newBias) {
      this.bias = newBias;
      return this;
    }

    /** Whether x, then as wide as the outputs, is added to them; false if not called. */
    public Builder skip(boolean newSkip) {
      this.skip = newSkip;
      return this;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      return (E) new JetDense(this);
    }
  }
}
