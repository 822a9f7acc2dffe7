package org.dynlab.core.layer.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The fused layers against stock Deeplearning4j, in float, through Deeplearning4j's own calls. */
class StockLayersTest {
  private static final int ROWS = 33;
  private static final int INPUTS = 12;
  private static final int HIDDEN = 9;
  private static final int CLASSES = 5;

  record Case(Activation fused, org.nd4j.linalg.activations.Activation stock, Loss loss) {
    MultiLayerNetwork fusedNetwork(WorkspaceMode mode) {
      return network(
          mode,
          new FusedDense.Builder().function(fused).nIn(INPUTS).nOut(HIDDEN).build(),
          new FusedDense.Builder().function(fused).nIn(HIDDEN).nOut(HIDDEN).build(),
          new FusedOutput.Builder().loss(loss).nIn(HIDDEN).nOut(CLASSES).build());
    }

    MultiLayerNetwork stockNetwork(WorkspaceMode mode) {
      boolean softmax = loss == Loss.SOFTMAX_CROSS_ENTROPY;
      return network(
          mode,
          new DenseLayer.Builder().activation(stock).nIn(INPUTS).nOut(HIDDEN).build(),
          new DenseLayer.Builder().activation(stock).nIn(HIDDEN).nOut(HIDDEN).build(),
          new OutputLayer.Builder(softmax ? LossFunction.MCXENT : LossFunction.MSE)
              .activation(
                  softmax
                      ? org.nd4j.linalg.activations.Activation.SOFTMAX
                      : org.nd4j.linalg.activations.Activation.IDENTITY)
              .nIn(HIDDEN)
              .nOut(CLASSES)
              .build());
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Loss loss : List.of(Loss.SOFTMAX_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR)) {
      cases.add(new Case(Activation.RELU, org.nd4j.linalg.activations.Activation.RELU, loss));
      cases.add(new Case(Activation.TANH, org.nd4j.linalg.activations.Activation.TANH, loss));
      cases.add(new Case(Activation.SILU, org.nd4j.linalg.activations.Activation.SWISH, loss));
      cases.add(
          new Case(Activation.IDENTITY, org.nd4j.linalg.activations.Activation.IDENTITY, loss));
    }
    return cases;
  }

  private static MultiLayerNetwork network(WorkspaceMode mode, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(7)
            .dataType(DataType.FLOAT)
            .updater(new Adam(1e-2))
            .trainingWorkspaceMode(mode)
            .inferenceWorkspaceMode(mode)
            .list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerConfiguration configuration = list.build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static DataSet data() {
    Nd4j.getRandom().setSeed(3);
    INDArray inputs = Nd4j.randn(DataType.FLOAT, ROWS, INPUTS);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, ROWS, CLASSES);
    for (int i = 0; i < ROWS; i++) {
      labels.putScalar(i, (i * i) % CLASSES, 1);
    }
    return new DataSet(inputs, labels);
  }

  private static double relativeDistance(INDArray actual, INDArray expected) {
    return actual.sub(expected).norm2Number().doubleValue() / expected.norm2Number().doubleValue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientAreThoseOfStockLayers(Case each) {
    MultiLayerNetwork fused = each.fusedNetwork(WorkspaceMode.NONE);
    MultiLayerNetwork stock = each.stockNetwork(WorkspaceMode.NONE);
    fused.setParams(stock.params().dup());
    DataSet data = data();
    for (MultiLayerNetwork network : List.of(fused, stock)) {
      network.setInput(data.getFeatures());
      network.setLabels(data.getLabels());
      network.computeGradientAndScore();
    }
    assertThat(fused.score()).isCloseTo(stock.score(), within(1e-6 * stock.score()));
    assertThat(relativeDistance(fused.gradient().gradient(), stock.gradient().gradient()))
        .isLessThan(1e-6);
    assertThat(relativeDistance(fused.output(data.getFeatures()), stock.output(data.getFeatures())))
        .isLessThan(1e-6);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plainFitTrainsThemLikeStockLayersWithAndWithoutWorkspaces(Case each) {
    for (WorkspaceMode mode : List.of(WorkspaceMode.NONE, WorkspaceMode.ENABLED)) {
      MultiLayerNetwork fused = each.fusedNetwork(mode);
      MultiLayerNetwork stock = each.stockNetwork(mode);
      fused.setParams(stock.params().dup());
      for (int step = 0; step < 20; step++) {
        fused.fit(data());
        stock.fit(data());
      }
      assertThat(relativeDistance(fused.params(), stock.params())).isLessThan(1e-4);
      assertThat(fused.score(data())).isLessThan(0.9 * each.fusedNetwork(mode).score(data()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theConfigurationSurvivesJson(Case each) {
    MultiLayerNetwork fused = each.fusedNetwork(WorkspaceMode.NONE);
    MultiLayerConfiguration back =
        MultiLayerConfiguration.fromJson(fused.getLayerWiseConfigurations().toJson());
    MultiLayerNetwork restored = new MultiLayerNetwork(back);
    restored.init(fused.params().dup(), false);
    INDArray inputs = data().getFeatures();
    assertThat(restored.output(inputs)).isEqualTo(fused.output(inputs));
  }

  private static MultiLayerNetwork withDropoutAndResidual(WorkspaceMode mode) {
    return network(
        mode,
        new FusedDense.Builder().nIn(INPUTS).nOut(HIDDEN).dropout(0.2).build(),
        new FusedDense.Builder().residual(true).nIn(HIDDEN).nOut(HIDDEN).dropout(0.2).build(),
        new FusedOutput.Builder().nIn(HIDDEN).nOut(CLASSES).build());
  }

  @ParameterizedTest
  @EnumSource(WorkspaceMode.class)
  void dropoutAndResidualsTrainUnderPlainFitToo(WorkspaceMode mode) {
    MultiLayerNetwork network = withDropoutAndResidual(mode);
    double before = network.score(data());
    for (int step = 0; step < 60; step++) {
      network.fit(data());
    }
    assertThat(network.score(data())).isLessThan(0.7 * before);
    MultiLayerNetwork restored =
        new MultiLayerNetwork(
            MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson()));
    restored.init(network.params().dup(), false);
    assertThat(restored.output(data().getFeatures()))
        .isEqualTo(network.output(data().getFeatures()));
    FusedDense second = (FusedDense) restored.getLayer(1).conf().getLayer();
    assertThat(second.isResidual()).isTrue();
    assertThat(second.getDropout()).isEqualTo(0.2);
  }

  @Test
  void aResidualBetweenUnequalWidthsIsRefused() {
    FusedDense uneven = new FusedDense.Builder().residual(true).nIn(4).nOut(3).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(WorkspaceMode.NONE, uneven))
        .withMessage("a residual FusedDense needs as many dense inputs as outputs, got 4 and 3");
  }

  /** Stock labels of the hinge loss are 1 and -1, which the fused layer takes as well. */
  @Test
  void theHingeLossIsThatOfStockLayers() {
    MultiLayerNetwork fused =
        network(
            WorkspaceMode.NONE,
            new FusedDense.Builder().nIn(INPUTS).nOut(HIDDEN).build(),
            new FusedOutput.Builder().loss(Loss.HINGE).nIn(HIDDEN).nOut(1).build());
    MultiLayerNetwork stock =
        network(
            WorkspaceMode.NONE,
            new DenseLayer.Builder()
                .activation(org.nd4j.linalg.activations.Activation.RELU)
                .nIn(INPUTS)
                .nOut(HIDDEN)
                .build(),
            new OutputLayer.Builder(LossFunction.HINGE)
                .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                .nIn(HIDDEN)
                .nOut(1)
                .build());
    fused.setParams(stock.params().dup());
    INDArray inputs = data().getFeatures();
    INDArray signs = Nd4j.ones(DataType.FLOAT, ROWS, 1);
    for (int i = 0; i < ROWS; i += 3) {
      signs.putScalar(i, 0, -1);
    }
    for (MultiLayerNetwork network : List.of(fused, stock)) {
      network.setInput(inputs);
      network.setLabels(signs);
      network.computeGradientAndScore();
    }
    assertThat(fused.score()).isCloseTo(stock.score(), within(1e-6 * stock.score()));
    assertThat(relativeDistance(fused.gradient().gradient(), stock.gradient().gradient()))
        .isLessThan(1e-6);
  }
}
