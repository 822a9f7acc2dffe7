package org.dynlab.instrument.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.MetricTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class InstrumentListenerTest {
  @TempDir Path folder;

  /** n points of the plane with the class of their quadrant. */
  private static DataSet quadrants(int n, double shift) {
    float[][] x = new float[n][2];
    float[][] y = new float[n][4];
    for (int i = 0; i < n; i++) {
      x[i][0] = (float) Math.sin(7 * i + shift);
      x[i][1] = (float) Math.cos(5 * i * i + shift);
      y[i][(x[i][0] > 0 ? 1 : 0) + (x[i][1] > 0 ? 2 : 0)] = 1;
    }
    return new DataSet(Nd4j.create(x), Nd4j.create(y));
  }

  private static NeuralNetConfiguration.Builder builder(DataType type) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .dataType(type)
        .l2(1e-3)
        .updater(new Adam(0.02));
  }

  private static DenseLayer hidden(double keep) {
    return new DenseLayer.Builder()
        .nIn(2)
        .nOut(9)
        .activation(Activation.TANH)
        .dropOut(keep)
        .build();
  }

  private static OutputLayer output(int in) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(in)
        .nOut(4)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static MultiLayerNetwork network(double keep, DataType type) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(builder(type).list().layer(hidden(keep)).layer(output(9)).build());
    network.init();
    return network;
  }

  private InstrumentListener listener(String name, String probes, DataSet train) {
    return new InstrumentListener(folder.resolve(name), probes, train, quadrants(25, 0.5), 12);
  }

  private MetricTable metrics(String name) {
    return RunDirectory.open(folder.resolve(name)).metrics();
  }

  @Test
  void numbersAreThoseOfTheNetworkAtEveryStep() {
    DataSet train = quadrants(40, 0);
    MultiLayerNetwork network = network(1, DataType.DOUBLE);
    MultiLayerNetwork alone = network(1, DataType.DOUBLE);
    DataSet values =
        new DataSet(
            train.getFeatures().castTo(DataType.DOUBLE), train.getLabels().castTo(DataType.DOUBLE));
    String probes =
        "[{kind: lossAndAccuracy}, {kind: gradientNorms}, {kind: movement}, {kind: trajectory}]";
    double[] losses = new double[13];
    INDArray start = alone.params().dup();
    try (InstrumentListener listener = listener("a", probes, train)) {
      network.addListeners(listener);
      for (int t = 0; t < 12; t++) {
        losses[t] = alone.score(values, false) - alone.calcRegularizationScore(true);
        network.fit(values);
        alone.fit(values);
      }
    }
    losses[12] = alone.score(values, false) - alone.calcRegularizationScore(true);
    MetricTable metrics = metrics("a");
    assertThat(metrics.steps()).hasSize(13).startsWith(0, 1).endsWith(12);
    assertThat(metrics.series("train.loss").values()).containsExactly(losses, within(1e-12));
    assertThat(metrics.series("movement.all.distance").values()[12])
        .isCloseTo(alone.params().distance2(start), within(1e-12));
    double[] changes = metrics.series("trajectory.gap_change").values();
    double[] gaps = metrics.series("trajectory.gap").values();
    assertThat(Arrays.stream(changes).skip(1).sum()).isCloseTo(gaps[12] - gaps[0], within(1e-12));
    assertThat(RunDirectory.open(folder.resolve("a")).manifest().ending().outcome())
        .isEqualTo(Outcome.COMPLETED);
  }

  /** The batch is all training examples, so the batch's gradient is the objective's. */
  @Test
  void theBatchGradientIsTheMeanOverItsExamples() {
    DataSet train = quadrants(40, 0);
    MultiLayerNetwork network = network(1, DataType.DOUBLE);
    DataSet values =
        new DataSet(
            train.getFeatures().castTo(DataType.DOUBLE), train.getLabels().castTo(DataType.DOUBLE));
    try (InstrumentListener listener =
        listener("a", "[{kind: gradientNorms}, {kind: gradientAngles}]", train)) {
      network.addListeners(listener);
      for (int t = 0; t < 5; t++) {
        network.fit(values);
      }
    }
    assertThat(metrics("a").series("gradient.all.norm").values())
        .containsExactly(metrics("a").series("gradient.train.norm").values(), within(1e-12));
  }

  @Test
  void watchingChangesNothingOfAnyNetwork() {
    DataSet train = quadrants(40, 0);
    MultiLayerNetwork watched = network(0.7, DataType.FLOAT);
    MultiLayerNetwork alone = network(0.7, DataType.FLOAT);
    fit(watched, "full", train);
    fit(alone, "", train);
    assertThat(watched.params()).isEqualTo(alone.params());
    assertThat(watched.updaterState()).isEqualTo(alone.updaterState());
    for (String column :
        List.of("epsilon_rank.layer0.abs_1e-6", "hessian.top", "collapse.train.nc1")) {
      assertThat(metrics("full").series(column).values())
          .hasSize(13)
          .satisfies(InstrumentListenerTest::finite);
    }
  }

  private static void finite(double[] values) {
    for (double value : values) {
      assertThat(value).isFinite();
    }
  }

  private void fit(Model model, String preset, DataSet train) {
    InstrumentListener listener = listener("full", "[{kind: full}]", train);
    Nd4j.getRandom().setSeed(77);
    if (!preset.isEmpty()) {
      model.addListeners(listener);
    }
    List<DataSet> batches = train.batchBy(20);
    for (int t = 0; t < 12; t++) {
      if (model instanceof MultiLayerNetwork network) {
        network.fit(batches.get(t % 2));
      } else {
        ((ComputationGraph) model).fit(batches.get(t % 2));
      }
    }
    listener.close();
  }

  @Test
  void graphsAreWatchedLikeNetworks() {
    DataSet train = quadrants(40, 0);
    ComputationGraph graph =
        new ComputationGraph(
            builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", hidden(0.7), "in")
                .addLayer("out", output(9), "first")
                .setOutputs("out")
                .build());
    graph.init();
    fit(graph, "full", train);
    MetricTable metrics = metrics("full");
    assertThat(metrics.steps()).hasSize(13);
    assertThat(metrics.series("features.first.dead").values()).containsOnly(0.0);
    assertThat(metrics.series("margin.train.mean").values())
        .satisfies(InstrumentListenerTest::finite);
  }

  @Test
  void convolutionsAndNormalisationAreWatchedToo() {
    int n = 16;
    INDArray images = Nd4j.rand(DataType.FLOAT, n, 1, 6, 6);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, n, 4);
    for (int i = 0; i < n; i++) {
      labels.putScalar(i, i % 4, 1);
    }
    DataSet data = new DataSet(images, labels);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            builder(DataType.FLOAT)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(3).build())
                .layer(new BatchNormalization())
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(6, 6, 1))
                .build());
    network.init();
    try (InstrumentListener listener =
        new InstrumentListener(
            folder.resolve("c"), "[{kind: lossAndAccuracy}, {kind: standard}]", data, data, 3)) {
      network.addListeners(listener);
      for (int t = 0; t < 3; t++) {
        network.fit(data);
      }
    }
    MetricTable metrics = metrics("c");
    assertThat(metrics.series("epsilon_rank.layer0.abs_1e-6").values()).hasSize(4);
    assertThat(metrics.series("mi.layer1.x_t_width_5e-1_all_unit_rms").values())
        .hasSize(4)
        .satisfies(InstrumentListenerTest::finite);
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    DataSet train = quadrants(10, 0);
    assertThatThrownBy(() -> listener("x", "[{kind: standrad}]", train))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean standard?");
    MultiLayerNetwork network = network(1, DataType.FLOAT);
    network.addListeners(listener("x", "[{kind: localComplexity}]", train));
    assertThatThrownBy(() -> network.fit(train))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("probes.localComplexity: must be put on a network");
    assertThat(folder.resolve("x")).doesNotExist();
    DataSet masked = quadrants(10, 0);
    masked.setLabelsMaskArray(Nd4j.ones(10, 1));
    assertThatThrownBy(() -> listener("x", "[{kind: standard}]", masked))
        .isInstanceOf(UserError.class)
        .hasMessage("train: must have no masks, got a mask");
  }
}
