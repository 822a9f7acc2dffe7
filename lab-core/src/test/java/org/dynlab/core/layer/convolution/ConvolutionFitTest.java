package org.dynlab.core.layer.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.layer.dense.FusedOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Convolutions of the lab in a plain Deeplearning4j network, beside stock layers. */
class ConvolutionFitTest {
  private static final int ROWS = 20;
  private static final int CLASSES = 3;

  private static MultiLayerNetwork network(WorkspaceMode mode, Pooling pooling) {
    ConvolutionShape first = new ConvolutionShape(2, 8, 9, 4, 3, 0, 2);
    ConvolutionShape second =
        new ConvolutionShape(4, first.pooledHeight(), first.pooledWidth(), 5, 2, 1, 2);
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .dataType(DataType.FLOAT)
            .updater(new Adam(1e-2))
            .trainingWorkspaceMode(mode)
            .inferenceWorkspaceMode(mode)
            .list()
            .layer(new FusedConvolution.Builder(first).planar(true).pooling(pooling).build())
            .layer(
                new FusedConvolution.Builder(second)
                    .function(Activation.TANH)
                    .pooling(pooling)
                    .build())
            .layer(
                new DenseLayer.Builder()
                    .activation(org.nd4j.linalg.activations.Activation.TANH)
                    .nOut(6)
                    .build())
            .layer(new FusedOutput.Builder().nOut(CLASSES).build())
            .setInputType(InputType.feedForward(first.inputSize()))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static DataSet data() {
    Nd4j.getRandom().setSeed(3);
    INDArray inputs = Nd4j.randn(DataType.FLOAT, ROWS, 2 * 8 * 9);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, ROWS, CLASSES);
    for (int i = 0; i < ROWS; i++) {
      labels.putScalar(i, (i * i) % CLASSES, 1);
    }
    return new DataSet(inputs, labels);
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void plainFitTrainsThemAlikeWithAndWithoutWorkspaces(Pooling pooling) {
    MultiLayerNetwork plain = network(WorkspaceMode.NONE, pooling);
    MultiLayerNetwork spaced = network(WorkspaceMode.ENABLED, pooling);
    spaced.setParams(plain.params().dup());
    double before = plain.score(data());
    for (MultiLayerNetwork each : List.of(plain, spaced)) {
      for (int step = 0; step < 30; step++) {
        each.fit(data());
      }
    }
    assertThat(spaced.params()).isEqualTo(plain.params());
    assertThat(plain.score(data())).isLessThan(0.5 * before);
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void theConfigurationSurvivesJson(Pooling pooling) {
    MultiLayerNetwork network = network(WorkspaceMode.NONE, pooling);
    String json = network.getLayerWiseConfigurations().toJson();
    MultiLayerNetwork restored = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
    restored.init(network.params().dup(), false);
    INDArray inputs = data().getFeatures();
    assertThat(restored.output(inputs)).isEqualTo(network.output(inputs));
  }
}
