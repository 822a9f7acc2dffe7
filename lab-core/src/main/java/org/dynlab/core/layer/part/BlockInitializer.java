package org.dynlab.core.layer.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Deeplearning4j's view of a layer's parameters as a list of named blocks, each with a key of its
 * own: its name. Where Deeplearning4j is to initialise them, weights follow the layer's weight
 * initialisation, biases its bias and gains its gain value.
 */
public final class BlockInitializer implements ParamInitializer {
  private final List<ParameterBlock> blocks;

  /**
   * @param blocks offsets counted from the beginning of the layer; Deeplearning4j's updaters split
   *     keys at underscores, so names have none
   */
  public BlockInitializer(List<ParameterBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    for (ParameterBlock block : blocks) {
      if (block.name().contains("_")) {
        throw new IllegalArgumentException(block.name() + ": name must have no underscore");
      }
    }
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return blocks.stream().mapToLong(ParameterBlock::size).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return blocks.stream().map(ParameterBlock::name).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return paramKeys(layer).stream().filter(key -> isWeightParam(layer, key)).toList();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return paramKeys(layer).stream().filter(key -> isBiasParam(layer, key)).toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return blocks.stream().anyMatch(b -> b.name().equals(key) && b.role() == Role.WEIGHT);
  }

  /** Gains count as biases: neither is a matrix, and penalties on weights spare both. */
  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return blocks.stream().anyMatch(b -> b.name().equals(key) && b.role() != Role.WEIGHT);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
    Map<String, INDArray> views = views(parameters);
    for (ParameterBlock block : blocks) {
      conf.addVariable(block.name());
      if (initialize) {
        fill(block, views.get(block.name()), (BaseLayer) conf.getLayer());
      }
    }
    return views;
  }

  private static void fill(ParameterBlock block, INDArray view, BaseLayer layer) {
    switch (block.role()) {
      case WEIGHT -> {
        long[] shape = {block.rows(), block.columns()};
        INDArray unused =
            layer.getWeightInitFn().init(block.rows(), block.columns(), shape, 'f', view);
      }
      case BIAS -> view.assign(layer.getBiasInit());
      case GAIN -> view.assign(layer.getGainInit());
    }
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradient) {
    return views(gradient);
  }

  private Map<String, INDArray> views(INDArray flat) {
    INDArray line = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    for (ParameterBlock block : blocks) {
      INDArray piece = line.get(NDArrayIndex.interval(block.offset(), block.end()));
      boolean matrix = block.role() == Role.WEIGHT;
      views.put(block.name(), matrix ? piece.reshape('f', block.rows(), block.columns()) : piece);
    }
    return views;
  }
}
