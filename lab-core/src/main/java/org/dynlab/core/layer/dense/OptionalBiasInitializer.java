package org.dynlab.core.layer.dense;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** Deeplearning4j's weight-then-bias parameters, the bias being there only if the layer says so. */
final class OptionalBiasInitializer extends DefaultParamInitializer {

  @Override
  protected boolean hasBias(Layer layer) {
    return layer instanceof FusedDense dense ? dense.hasBias() : super.hasBias(layer);
  }
}
