package org.dynlab.optim.dl4j;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks of Deeplearning4j's own layers, and what they learn. */
final class PlainNetworks {
  static final String ADAMW = "[{kind: adamw, learningRate: 0.01, weightDecay: 0.3}]";
  static final int ROWS = 24;

  private PlainNetworks() {}

  static NeuralNetConfiguration.Builder builder(IUpdater updater, DataType type) {
    return new NeuralNetConfiguration.Builder().seed(5).dataType(type).updater(updater);
  }

  static OutputLayer output(int in) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(in)
        .nOut(3)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static DenseLayer dense(int in, int out) {
    return new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.TANH).build();
  }

  static MultiLayerNetwork network(IUpdater updater, DataType type) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            builder(updater, type).list().layer(dense(4, 6)).layer(output(6)).build());
    network.init();
    return network;
  }

  static MultiLayerNetwork ruled(String optimizer, DataType type) {
    MultiLayerNetwork network = network(new RuleUpdater(optimizer, 3), type);
    network.addListeners(new RuleListener());
    return network;
  }

  static DataSet data(DataType type) {
    INDArray x = Nd4j.create(type, ROWS, 4);
    INDArray y = Nd4j.zeros(type, ROWS, 3);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 4; j++) {
        x.putScalar(i, j, Math.sin(1 + i * 3.7 + j * 1.3));
      }
      y.putScalar(i, (i * i) % 3, 1);
    }
    return new DataSet(x, y);
  }

  static void fit(MultiLayerNetwork network, int times) {
    DataSet data = data(network.params().dataType());
    for (int i = 0; i < times; i++) {
      network.fit(data);
    }
  }

  static double[] parameters(Model model) {
    return model.params().dup().toDoubleVector();
  }
}
