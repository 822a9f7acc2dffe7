package org.dynlab.core.layer.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.dense.FusedOutput;
import org.dynlab.core.layer.part.BlockInitializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** The stack through Deeplearning4j's own calls. */
class TransformerStackTest {
  private static final int ROWS = 25;
  private static final int SYMBOLS = 6;

  private static TransformerShape shape(NormPlacement norm, double dropout) {
    return new TransformerShape(
        SYMBOLS, 3, 12, 2, 3, 16, Activation.GELU, norm, true, true, 1, dropout);
  }

  private static MultiLayerNetwork network(WorkspaceMode mode, TransformerShape shape) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.FLOAT)
                .updater(new Adam(1e-2))
                .trainingWorkspaceMode(mode)
                .inferenceWorkspaceMode(mode)
                .list()
                .layer(new TransformerStack.Builder().shape(shape).build())
                .layer(new FusedOutput.Builder().nIn(shape.width()).nOut(5).build())
                .build());
    network.init();
    return network;
  }

  /** All sums modulo 5 as sequences (x, y, =). */
  private static DataSet data() {
    INDArray inputs = Nd4j.zeros(DataType.FLOAT, ROWS, 3);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, ROWS, 5);
    for (int i = 0; i < ROWS; i++) {
      int x = i / 5;
      int y = i % 5;
      inputs.putScalar(i, 0, x);
      inputs.putScalar(i, 1, y);
      inputs.putScalar(i, 2, 5);
      labels.putScalar(i, (x + y) % 5, 1);
    }
    return new DataSet(inputs, labels);
  }

  @ParameterizedTest
  @EnumSource(NormPlacement.class)
  void plainFitTrainsItAlikeWithAndWithoutWorkspaces(NormPlacement norm) {
    MultiLayerNetwork without = network(WorkspaceMode.NONE, shape(norm, 0));
    MultiLayerNetwork with = network(WorkspaceMode.ENABLED, shape(norm, 0));
    double before = without.score(data());
    for (int step = 0; step < 60; step++) {
      without.fit(data());
      with.fit(data());
    }
    assertThat(with.params()).isEqualTo(without.params());
    assertThat(with.score(data())).isEqualTo(without.score(data()));
    assertThat(without.score(data())).isLessThan(0.5 * before);
  }

  @ParameterizedTest
  @EnumSource(NormPlacement.class)
  void aForwardPassIsTheSameInTrainingAndOutsideAndForSingleRows(NormPlacement norm) {
    MultiLayerNetwork network = network(WorkspaceMode.ENABLED, shape(norm, 0));
    INDArray all = network.output(data().getFeatures());
    INDArray training = network.output(data().getFeatures(), true);
    assertThat(training).isEqualTo(all);
    for (int i = 0; i < ROWS; i++) {
      INDArray one = network.output(data().getFeatures().getRow(i, true));
      double distance = one.sub(all.getRow(i, true)).norm2Number().doubleValue();
      assertThat(distance).isCloseTo(0, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(NormPlacement.class)
  void plainFitDrawsItsOwnDropout(NormPlacement norm) {
    MultiLayerNetwork network = network(WorkspaceMode.NONE, shape(norm, 0.5));
    INDArray first = network.output(data().getFeatures(), true);
    INDArray second = network.output(data().getFeatures(), true);
    assertThat(first).isNotEqualTo(second);
    assertThat(network.output(data().getFeatures()))
        .isEqualTo(network.output(data().getFeatures()));
  }

  @ParameterizedTest
  @EnumSource(NormPlacement.class)
  void theConfigurationSurvivesJson(NormPlacement norm) {
    MultiLayerNetwork network = network(WorkspaceMode.NONE, shape(norm, 0.1));
    MultiLayerConfiguration back =
        MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
    MultiLayerNetwork restored = new MultiLayerNetwork(back);
    restored.init(network.params().dup(), false);
    INDArray inputs = data().getFeatures();
    assertThat(restored.output(inputs)).isEqualTo(network.output(inputs));
  }

  @ParameterizedTest
  @EnumSource(NormPlacement.class)
  void deeplearning4jInitialisesWeightsBiasesAndGains(NormPlacement norm) {
    MultiLayerNetwork network = network(WorkspaceMode.NONE, shape(norm, 0));
    assertThat(network.getLayer(0).getParam("block2.attention.query.W").norm2Number().doubleValue())
        .isPositive();
    assertThat(network.getLayer(0).getParam("block2.attention.query.b").norm1Number().doubleValue())
        .isZero();
    BlockInitializer blocks = new BlockInitializer(shape(norm, 0).parameters());
    List<String> keys = blocks.paramKeys(null);
    assertThat(network.getLayer(0).paramTable().keySet()).containsExactlyElementsOf(keys);
    if (norm != NormPlacement.NONE) {
      INDArray gain = network.getLayer(0).getParam("block1.norm2.g");
      assertThat(gain.toDoubleVector()).containsOnly(1);
    }
  }
}
