package org.dynlab.core.layer.dense;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.part.Dropout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a hidden layer h = f(x W + b) with W: [in, out], whose inputs are either dense
 * rows x: [n, in] or rows of token positions [n, slots] that stand for multi-hot rows. Token input
 * is for a first layer only: no gradient flows to it.
 *
 * <p>A residual layer, whose in equals its out, gives x + f(x W + b). With dropout, entries of f(x
 * W + b) are dropped while the layer trains ({@link Dropout}).
 */
public final class FusedDense extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;
  private Activation function;
  private boolean bias;
  private boolean tokenInput;
  private boolean residual;
  private double dropout;

  /** For deserialisation by Deeplearning4j. */
  public FusedDense() {}

  private FusedDense(Builder builder) {
    super(builder);
    function = builder.function;
    bias = builder.bias;
    tokenInput = builder.tokenInput;
    residual = builder.residual;
    dropout = builder.dropout;
    initializeConstraints(builder);
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

  /** Whether inputs are token positions. */
  public boolean isTokenInput() {
    return tokenInput;
  }

  /** For deserialisation. */
  public void setTokenInput(boolean tokenInput) {
    this.tokenInput = tokenInput;
  }

  /** Whether the input is added to the output. */
  public boolean isResidual() {
    return residual;
  }

  /** For deserialisation. */
  public void setResidual(boolean residual) {
    this.residual = residual;
  }

  /** The probability of dropping an entry while training. */
  public double getDropout() {
    return dropout;
  }

  /** For deserialisation. */
  public void setDropout(double dropout) {
    this.dropout = dropout;
  }

  boolean hasBias() {
    return bias;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNInNOutSet("FusedDense", getLayerName(), layerIndex, getNIn(), getNOut());
    if (residual && (tokenInput || getNIn() != getNOut())) {
      throw new IllegalArgumentException(
          "a residual FusedDense needs as many dense inputs as outputs, got "
              + getNIn()
              + " and "
              + getNOut());
    }
    FusedDenseLayer layer = new FusedDenseLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new OptionalBiasInitializer();
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType outputType = getOutputType(-1, inputType);
    long parameters = initializer().numParams(this);
    return new LayerMemoryReport.Builder(getLayerName(), FusedDense.class, inputType, outputType)
        .standardMemory(parameters, getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, 2 * outputType.arrayElementsPerExample())
        .build();
  }

  /** Collects the settings of a {@link FusedDense}. */
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private Activation function = Activation.RELU;
    private boolean bias = true;
    private boolean tokenInput;
    private boolean residual;
    private double dropout;

    /** f; relu if not called. */
    public Builder function(Activation newFunction) {
      this.function = newFunction;
      return this;
    }

    /** Whether there is a b; true if not called. */
    public Builder bias(boolean newBias) {
      this.bias = newBias;
      return this;
    }

    /** Whether inputs are token positions; false if not called. */
    public Builder tokenInput(boolean newTokenInput) {
      this.tokenInput = newTokenInput;
      return this;
    }

    /** Whether the input is added to the output; false if not called. */
    public Builder residual(boolean newResidual) {
      this.residual = newResidual;
      return this;
    }

    /** The probability in [0, 1) of dropping an entry while training; 0 if not called. */
    public Builder dropout(double newDropout) {
      this.dropout = newDropout;
      return this;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      return (E) new FusedDense(this);
    }
  }
}
