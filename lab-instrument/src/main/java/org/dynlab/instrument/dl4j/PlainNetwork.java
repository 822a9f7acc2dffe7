package org.dynlab.instrument.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@link MultiLayerNetwork}. */
final class PlainNetwork implements PlainModel {
  private final MultiLayerNetwork network;

  PlainNetwork(MultiLayerNetwork network) {
    this.network = network;
  }

  @Override
  public Model dl4j() {
    return network;
  }

  @Override
  public PlainModel twin() {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations().clone();
    configuration.setDataType(DataType.DOUBLE);
    configuration.getConfs().forEach(PlainLayers::calm);
    MultiLayerNetwork twin = new MultiLayerNetwork(configuration);
    twin.init(network.params().castTo(DataType.DOUBLE), true);
    return new PlainNetwork(twin);
  }

  @Override
  public List<String> hidden() {
    return hiddenLayers().stream().map(k -> name(network.getLayer(k), k)).toList();
  }

  private List<Integer> hiddenLayers() {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < network.getnLayers() - 1; k++) {
      if (PlainLayers.acts(network.getLayer(k).conf().getLayer())) {
        numbers.add(k);
      }
    }
    return numbers;
  }

  private static String name(Layer layer, int number) {
    String name = layer.conf().getLayer().getLayerName();
    return name == null ? "layer" + number : name;
  }

  @Override
  public List<INDArray> forward(INDArray features) {
    List<INDArray> all = network.feedForward(features, false);
    List<INDArray> outputs = new ArrayList<>();
    hiddenLayers().forEach(k -> outputs.add(PlainLayers.rows(all.get(k + 1))));
    outputs.add(PlainLayers.rows(all.get(all.size() - 1)));
    return outputs;
  }

  @Override
  public boolean softmax() {
    return PlainLayers.softmax(network.getOutputLayer().conf().getLayer());
  }

  @Override
  public double loss(INDArray features, INDArray labels) {
    double score = network.score(new DataSet(features, labels), false);
    return score - network.calcRegularizationScore(true);
  }

  @Override
  public double gradient(INDArray features, INDArray labels, double[] into) {
    network.setInput(features);
    network.setLabels(labels);
    network.computeGradientAndScore();
    PlainLayers.copy(network.getFlattenedGradients(), into);
    return network.score() - network.calcRegularizationScore(true);
  }

  @Override
  public INDArray parameters() {
    return network.params();
  }

  @Override
  public INDArray lastGradient() {
    return network.getFlattenedGradients();
  }

  @Override
  public int lastExamples() {
    return network.batchSize();
  }
}
