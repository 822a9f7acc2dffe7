package org.dynlab.optim.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.dl4j.ModelLayout;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The layouts of Deeplearning4j's networks, and training of other kinds than stacks of layers. */
class ModelLayoutTest {
  @Test
  void graphsTrainAsNetworksDo() {
    ComputationGraph graph =
        new ComputationGraph(
            PlainNetworks.builder(new RuleUpdater(PlainNetworks.ADAMW, 3), DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", PlainNetworks.dense(4, 6), "in")
                .addLayer("out", PlainNetworks.output(6), "hidden")
                .setOutputs("out")
                .build());
    graph.init();
    MultiLayerNetwork network = PlainNetworks.ruled(PlainNetworks.ADAMW, DataType.DOUBLE);
    graph.setParams(network.params().dup());
    graph.addListeners(new RuleListener());
    DataSet data = PlainNetworks.data(DataType.DOUBLE);
    for (int i = 0; i < 10; i++) {
      graph.fit(data);
    }
    PlainNetworks.fit(network, 10);
    assertThat(PlainNetworks.parameters(graph))
        .containsExactly(PlainNetworks.parameters(network), within(1e-13));
    assertThat(ModelLayout.of(graph).blocks().stream().map(ParameterBlock::name))
        .containsExactly("hidden.W", "hidden.b", "out.W", "out.b");
  }

  @Test
  void kernelsOfConvolutionsAreMatricesWithAColumnPerOutput() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            PlainNetworks.builder(new RuleUpdater(PlainNetworks.ADAMW, 3), DataType.FLOAT)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(2).nOut(5).build())
                .layer(PlainNetworks.output(80))
                .setInputType(InputType.convolutional(6, 6, 2))
                .build());
    network.init();
    ParameterLayout layout = ModelLayout.of(network);
    assertThat(layout.size()).isEqualTo(network.numParams());
    assertThat(layout.weights().get(0).rows()).isEqualTo(18);
    assertThat(layout.weights().get(0).columns()).isEqualTo(5);
    network.addListeners(new RuleListener());
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 4, 3);
    labels.getColumn(1).assign(1);
    network.fit(new DataSet(Nd4j.ones(DataType.FLOAT, 4, 2, 6, 6), labels));
    assertThat(network.score()).isFinite();
  }
}
