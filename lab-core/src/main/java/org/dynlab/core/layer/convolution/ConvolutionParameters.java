package org.dynlab.core.layer.convolution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Where a convolution keeps W: [k·k·c, outputs], column-major, and after it b: [outputs]. */
final class ConvolutionParameters extends DefaultParamInitializer {

  @Override
  public long numParams(Layer layer) {
    FusedConvolution convolution = (FusedConvolution) layer;
    ConvolutionShape shape = convolution.shape();
    return (long) shape.patch() * shape.outputs() + (convolution.hasBias() ? shape.outputs() : 0);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
    Map<String, INDArray> blocks = getGradientsFromFlattened(conf, parameters);
    FusedConvolution convolution = (FusedConvolution) conf.getLayer();
    if (initialize) {
      ConvolutionShape shape = convolution.shape();
      double fanOut = (double) shape.kernel() * shape.kernel() * shape.outputs();
      INDArray weights = blocks.get(WEIGHT_KEY);
      long[] flat = {weights.length()};
      convolution
          .getWeightInitFn()
          .init(shape.patch(), fanOut, weights.shape(), 'f', weights.reshape('f', flat));
    }
    if (initialize && convolution.hasBias()) {
      blocks.get(BIAS_KEY).assign(convolution.getBiasInit());
    }
    blocks.keySet().forEach(conf::addVariable);
    return blocks;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradients) {
    FusedConvolution convolution = (FusedConvolution) conf.getLayer();
    ConvolutionShape shape = convolution.shape();
    INDArray flat = gradients.reshape(gradients.length());
    long weights = (long) shape.patch() * shape.outputs();
    Map<String, INDArray> blocks = new LinkedHashMap<>();
    long[] size = {shape.patch(), shape.outputs()};
    blocks.put(WEIGHT_KEY, flat.get(NDArrayIndex.interval(0, weights)).reshape('f', size));
    if (convolution.hasBias()) {
      INDArray bias = flat.get(NDArrayIndex.interval(weights, weights + shape.outputs()));
      blocks.put(BIAS_KEY, bias.reshape(1, shape.outputs()));
    }
    return blocks;
  }

  @Override
  protected boolean hasBias(Layer layer) {
    return ((FusedConvolution) layer).hasBias();
  }
}
