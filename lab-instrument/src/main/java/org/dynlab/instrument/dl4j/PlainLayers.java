package org.dynlab.instrument.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** What single layers of any network have in common. */
final class PlainLayers {
  private PlainLayers() {}

  /** Takes from a copied configuration what is random or has a state of its own. */
  static void calm(NeuralNetConfiguration configuration) {
    Layer layer = configuration.getLayer();
    layer.setIDropout(null);
    if (layer instanceof BaseLayer base) {
      base.setWeightNoise(null);
      base.setIUpdater(new NoOp());
      base.setBiasUpdater(null);
    }
  }

  /** Whether a layer does more than pass its input on. */
  static boolean acts(Layer layer) {
    return !(layer instanceof DropoutLayer);
  }

  static boolean softmax(Layer layer) {
    return layer instanceof BaseOutputLayer output
        && output.getActivationFn() instanceof ActivationSoftmax;
  }

  /** [n, everything else]. */
  static INDArray rows(INDArray values) {
    return values.rank() == 2
        ? values
        : values.dup('c').reshape('c', new long[] {values.size(0), -1});
  }

  static void copy(INDArray flat, double[] into) {
    double[] values = Nd4j.toFlattened('c', flat).toDoubleVector();
    System.arraycopy(values, 0, into, 0, into.length);
  }
}
