package org.dynlab.instrument.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.dynlab.core.describe.Checks;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@link ComputationGraph} with one input and one output. */
final class PlainGraph implements PlainModel {
  private final ComputationGraph graph;
  private final String output;

  PlainGraph(ComputationGraph graph) {
    this.graph = graph;
    int inputs = graph.getNumInputArrays();
    int outputs = graph.getNumOutputArrays();
    new Checks()
        .that(inputs == 1, "model", "must have one input", inputs + " inputs")
        .that(outputs == 1, "model", "must have one output", outputs + " outputs")
        .done();
    this.output = graph.getConfiguration().getNetworkOutputs().get(0);
  }

  @Override
  public Model dl4j() {
    return graph;
  }

  @Override
  public PlainModel twin() {
    ComputationGraphConfiguration configuration = graph.getConfiguration().clone();
    configuration.setDataType(DataType.DOUBLE);
    configuration.getVertices().values().stream()
        .filter(LayerVertex.class::isInstance)
        .map(vertex -> ((LayerVertex) vertex).getLayerConf())
        .forEach(PlainLayers::calm);
    ComputationGraph twin = new ComputationGraph(configuration);
    twin.init(graph.params().castTo(DataType.DOUBLE), true);
    return new PlainGraph(twin);
  }

  @Override
  public List<String> hidden() {
    List<String> names = new ArrayList<>();
    for (int number : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[number];
      boolean acts = vertex.hasLayer() && PlainLayers.acts(vertex.getLayer().conf().getLayer());
      if (acts && !vertex.getVertexName().equals(output)) {
        names.add(vertex.getVertexName());
      }
    }
    return names;
  }

  @Override
  public List<INDArray> forward(INDArray features) {
    Map<String, INDArray> all = graph.feedForward(new INDArray[] {features}, false);
    List<INDArray> outputs = new ArrayList<>();
    hidden().forEach(name -> outputs.add(PlainLayers.rows(all.get(name))));
    outputs.add(PlainLayers.rows(all.get(output)));
    return outputs;
  }

  @Override
  public boolean softmax() {
    return PlainLayers.softmax(graph.getLayer(output).conf().getLayer());
  }

  @Override
  public double loss(INDArray features, INDArray labels) {
    double score = graph.score(new DataSet(features, labels), false);
    return score - graph.calcRegularizationScore(true);
  }

  @Override
  public double gradient(INDArray features, INDArray labels, double[] into) {
    graph.setInputs(features);
    graph.setLabels(labels);
    graph.computeGradientAndScore();
    PlainLayers.copy(graph.getFlattenedGradients(), into);
    return graph.score() - graph.calcRegularizationScore(true);
  }

  @Override
  public INDArray parameters() {
    return graph.params();
  }

  @Override
  public INDArray lastGradient() {
    return graph.getFlattenedGradients();
  }

  @Override
  public int lastExamples() {
    return graph.batchSize();
  }
}
