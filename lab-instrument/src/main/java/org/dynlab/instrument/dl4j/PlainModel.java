package org.dynlab.instrument.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.store.problem.UserError;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What instruments ask of a Deeplearning4j network with one input and one output. */
interface PlainModel {

  /** The network that {@code fit} trains. */
  static PlainModel of(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return new PlainNetwork(network);
    }
    if (model instanceof ComputationGraph graph) {
      return new PlainGraph(graph);
    }
    throw new UserError(
        "model",
        "must be a MultiLayerNetwork or a ComputationGraph",
        model.getClass().getSimpleName(),
        "");
  }

  /** The network itself. */
  Model dl4j();

  /** The same network once more, in double precision, without dropout and weight noise. */
  PlainModel twin();

  /** Names of its hidden layers, in order. */
  List<String> hidden();

  /** Outputs of the hidden layers and of the last, without dropout. */
  List<INDArray> forward(INDArray features);

  /** Whether the outputs have gone through a softmax. */
  boolean softmax();

  /** Mean loss over the examples without penalties, outputs as in {@link #forward}. */
  double loss(INDArray features, INDArray labels);

  /** The flat gradient of the loss summed over the examples; gives their mean loss. */
  double gradient(INDArray features, INDArray labels, double[] into);

  /** The flat parameters. */
  INDArray parameters();

  /** The flat gradient that the last pass back has left, summed over its examples. */
  INDArray lastGradient();

  /** Examples of the last pass back. */
  int lastExamples();
}
