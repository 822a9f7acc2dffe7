package org.dynlab.optim.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The example of the module's README is this one, and it learns. */
class ReadmeExampleTest {
  @TempDir Path folder;

  private static DataSet exclusiveOr() {
    INDArray x = Nd4j.create(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    INDArray y = Nd4j.create(new float[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
    return new DataSet(x, y);
  }

  private static MultiLayerNetwork train(DataSet examples, File file) throws Exception {
    // begin
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new RuleUpdater("[{kind: wand, timeStep: 3.0e-3, forceCap: 10}]", 1))
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
    network.addListeners(new RuleListener()); // shows the rule loss and parameters
    for (int epoch = 0; epoch < 300; epoch++) {
      network.fit(examples); // all of them: WanD reads the loss of the whole training set
    }
    ModelSerializer.writeModel(network, file, true); // with the velocity and the entropy histogram
    // end
    return network;
  }

  @Test
  void itLearnsAndItsFileKeepsTheState() throws Exception {
    File file = folder.resolve("network.zip").toFile();
    MultiLayerNetwork network = train(exclusiveOr(), file);
    assertThat(network.score(exclusiveOr())).isLessThan(0.1);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
    assertThat(restored.updaterState()).isEqualTo(network.updaterState());
  }

  @Test
  void theReadmeShowsIt() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/org/dynlab/optim/dl4j/ReadmeExampleTest.java"));
    String shown =
        source
            .substring(source.indexOf("// begin\n") + 9, source.indexOf("    // end\n"))
            .lines()
            .map(line -> line.substring(4))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + shown + "\n```");
  }
}
