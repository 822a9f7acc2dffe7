package org.dynlab.instrument.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.instrument.InstrumentCatalogue;
import org.dynlab.store.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The example of the module's README is this one, and it measures. */
class ReadmeExampleTest {
  private static final Path README = Path.of("README.md");

  @TempDir Path somewhere;

  private static DataSet grid(double shift) {
    float[][] x = new float[30][];
    float[][] y = new float[30][2];
    for (int i = 0; i < 30; i++) {
      x[i] = new float[] {(float) Math.sin(i + shift), (float) Math.cos(3 * i + shift)};
      y[i][x[i][0] * x[i][1] > 0 ? 1 : 0] = 1;
    }
    return new DataSet(Nd4j.create(x), Nd4j.create(y));
  }

  private static double[] train(Path folder, DataSet train, DataSet eval) {
    // begin
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(0.01))
            .list()
            .layer(new DenseLayer.Builder().nIn(2).nOut(16).activation(Activation.TANH).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(16)
                    .nOut(2)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    String probes =
        "[{kind: lossAndAccuracy}, {kind: standard, every: 10}, {kind: hessian, every: 50}]";
    try (InstrumentListener listener = new InstrumentListener(folder, probes, train, eval, 100)) {
      network.addListeners(listener);
      for (int step = 0; step < 100; step++) {
        network.fit(train);
      }
    } // the last row is the network after the last update
    double[] rank =
        RunDirectory.open(folder).metrics().series("epsilon_rank.layer0.abs_1e-6").values();
    // end
    return rank;
  }

  @Test
  void itMeasuresAtItsCadences() {
    Path folder = somewhere.resolve("run");
    double[] rank = train(folder, grid(0), grid(0.5));
    assertThat(rank).hasSize(11);
    assertThat(rank[10]).isBetween(3.0, 16.0);
    RunDirectory run = RunDirectory.open(folder);
    assertThat(run.metrics().steps()).hasSize(101);
    assertThat(run.metrics().series("hessian.top").values()).hasSize(3);
    double[] losses = run.metrics().series("train.loss").values();
    assertThat(losses[100]).isLessThan(losses[0]);
  }

  @Test
  void theReadmeShowsItAndEveryKind() throws Exception {
    String source =
        Files.readString(
            Path.of("src/test/java/org/dynlab/instrument/dl4j/ReadmeExampleTest.java"));
    String shown =
        source
            .substring(source.indexOf("// begin\n") + 9, source.indexOf("    // end\n"))
            .lines()
            .map(line -> line.substring(4))
            .collect(Collectors.joining("\n"));
    String readme = Files.readString(README);
    assertThat(readme).contains("```java\n" + shown + "\n```");
    assertThat(InstrumentCatalogue.catalogue().kinds())
        .allSatisfy(kind -> assertThat(readme).contains("`" + kind + "`"));
  }
}
