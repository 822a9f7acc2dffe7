package org.dynlab.optim.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.dynlab.core.dl4j.ModelLayout;
import org.dynlab.core.rule.RuleState;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** Rules under Deeplearning4j's own {@code fit}. */
class RuleUpdaterTest {
  private static final String WAND = "{kind: wand, forceCap: 1, wangLandau: {riseTime: 5}}";
  private static final String MUON = "muon";
  private static final String MOMENTUM = "{kind: momentum, learningRate: 0.1}";

  @TempDir Path folder;

  /** Everything the rule is given, collected beside the training. */
  private static final class Witness extends BaseTrainingListener {
    private final List<double[]> gradients = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    @Override
    public void onGradientCalculation(Model model) {
      double[] gradient = model.gradient().gradient().dup().toDoubleVector();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] /= PlainNetworks.ROWS;
      }
      gradients.add(gradient);
      losses.add(model.score());
    }
  }

  @Test
  void gradientDescentIsThatOfDeeplearning4j() {
    MultiLayerNetwork theirs = PlainNetworks.network(new Sgd(0.1), DataType.DOUBLE);
    MultiLayerNetwork ours = PlainNetworks.ruled("{kind: sgd, learningRate: 0.1}", DataType.DOUBLE);
    PlainNetworks.fit(theirs, 20);
    PlainNetworks.fit(ours, 20);
    assertThat(PlainNetworks.parameters(ours))
        .containsExactly(PlainNetworks.parameters(theirs), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PlainNetworks.ADAMW,
        MOMENTUM,
        "[{kind: clipByGlobalNorm, maxNorm: 0.1}, {kind: adam, learningRate: 0.01}, fixedNorm]"
      })
  void aChainMovesTheNetworkAsItMovesAVectorByHand(String optimizer) {
    MultiLayerNetwork network = PlainNetworks.ruled(optimizer, DataType.DOUBLE);
    Witness witness = new Witness();
    network.addListeners(witness);
    double[] expected = PlainNetworks.parameters(network);
    PlainNetworks.fit(network, 12);
    RuleState rule = new RuleUpdater(optimizer, 3).begin(ModelLayout.of(network));
    for (int t = 0; t < 12; t++) {
      double[] update = witness.gradients.get(t).clone();
      rule.rewrite(update, new FitStep(t + 1, witness.losses.get(t), expected.clone()));
      for (int i = 0; i < update.length; i++) {
        expected[i] += update[i];
      }
    }
    assertThat(PlainNetworks.parameters(network)).containsExactly(expected, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void modelSerializerKeepsTheWholeState(DataType type) throws IOException {
    for (String optimizer : List.of(PlainNetworks.ADAMW, MOMENTUM, WAND, MUON)) {
      MultiLayerNetwork whole = PlainNetworks.ruled(optimizer, type);
      PlainNetworks.fit(whole, 7);
      File file = folder.resolve("model.zip").toFile();
      ModelSerializer.writeModel(whole, file, true);
      MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
      restored.addListeners(new RuleListener());
      PlainNetworks.fit(whole, 5);
      PlainNetworks.fit(restored, 5);
      assertThat(PlainNetworks.parameters(restored))
          .as(optimizer)
          .isEqualTo(PlainNetworks.parameters(whole));
    }
  }

  @Test
  void stateThatIsPutBackIsUsed() {
    MultiLayerNetwork network = PlainNetworks.ruled(PlainNetworks.ADAMW, DataType.FLOAT);
    PlainNetworks.fit(network, 4);
    INDArray state = network.updaterState().dup();
    INDArray parameters = network.params().dup();
    int iteration = network.getIterationCount();
    PlainNetworks.fit(network, 3);
    double[] first = PlainNetworks.parameters(network);
    network.setParams(parameters);
    network.getUpdater().setStateViewArray(network, state, false);
    network.setIterationCount(iteration);
    PlainNetworks.fit(network, 3);
    assertThat(PlainNetworks.parameters(network)).isEqualTo(first);
  }

  @Test
  void theLossIsWithoutPenalties() {
    List<Double> losses = new ArrayList<>();
    MultiLayerConfiguration configuration =
        PlainNetworks.builder(new RuleUpdater("{kind: sgd, learningRate: 0.1}", 3), DataType.DOUBLE)
            .l2(0.7)
            .list()
            .layer(PlainNetworks.dense(4, 6))
            .layer(PlainNetworks.output(6))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    double expected =
        PlainNetworks.network(new Sgd(0.1), DataType.DOUBLE)
            .score(PlainNetworks.data(DataType.DOUBLE));
    RuleListener listener = new RuleListener();
    network.addListeners(
        listener,
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            losses.add(RuleListener.dataLoss(model));
          }
        });
    PlainNetworks.fit(network, 1);
    assertThat(losses.get(0)).isCloseTo(expected, within(1e-12));
    assertThat(losses.get(0)).isLessThan(network.score());
  }

  @Test
  void theConfigurationSurvivesJson() {
    MultiLayerNetwork network = PlainNetworks.ruled(PlainNetworks.ADAMW, DataType.FLOAT);
    String json = network.getLayerWiseConfigurations().toJson();
    assertThat(MultiLayerConfiguration.fromJson(json))
        .isEqualTo(network.getLayerWiseConfigurations());
    assertThat(json).contains("adamw");
  }

  @Test
  void withoutAListenerItSaysHowToAddOne() {
    MultiLayerNetwork network =
        PlainNetworks.network(new RuleUpdater(PlainNetworks.ADAMW, 3), DataType.FLOAT);
    assertThatThrownBy(() -> PlainNetworks.fit(network, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("network.addListeners(new RuleListener())");
  }

  @Test
  void severalUpdatersInOneNetworkAreRefused() {
    MultiLayerConfiguration configuration =
        PlainNetworks.builder(new RuleUpdater(PlainNetworks.ADAMW, 3), DataType.FLOAT)
            .biasUpdater(new Sgd(0.1))
            .list()
            .layer(PlainNetworks.dense(4, 6))
            .layer(PlainNetworks.output(6))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    network.addListeners(new RuleListener());
    assertThatThrownBy(() -> PlainNetworks.fit(network, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be one RuleUpdater for all layers");
  }

  @Test
  void blocksCannotBeNamedBeforeTheyAreKnown() {
    assertThatThrownBy(() -> new RuleUpdater("{kind: muon, adamwBlocks: [layer0.W]}", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not name blocks of parameters");
  }

  @Test
  void misspelledOptimizersAreRefusedAtOnce() {
    assertThatThrownBy(() -> new RuleUpdater("[{kind: adamwx}]", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("RuleUpdater: [0]")
        .hasMessageContaining("did you mean adamw?");
    assertThatThrownBy(() -> new RuleUpdater("{kind: adamw, learningRate: -1}", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("learningRate: must be >= 0, got -1.0");
  }
}
