package org.dynlab.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.jet.JetPass;
import org.dynlab.core.layer.jet.JetDense;
import org.dynlab.core.layer.jet.JetDenseLayer;
import org.dynlab.core.layer.jet.JetOutputLayer;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.loss.LossSum;

/**
 * The gradient of a network that solves an equation, a few points at a time through all layers
 * ({@link JetPass}), instead of all points through one layer after the other. The numbers are those
 * of Deeplearning4j's own pass through the same layers, up to rounding.
 */
final class JetGradient {
  private final MultiLayerNetwork network;
  private final Kernels kernels;
  private final JetPass pass;
  private final Matrix gradients;
  private final double[] gradient;

  private JetGradient(MultiLayerNetwork network, Kernels kernels, JetPass pass) {
    this.network = network;
    this.kernels = kernels;
    this.pass = pass;
    this.gradients = Matrix.of(network.getFlattenedGradients());
    this.gradient = new double[gradients.size()];
  }

  /** That of a network of layers that carry derivatives, on a backend whose memory Java sees. */
  static Optional<JetGradient> of(
      MultiLayerNetwork network, ParameterLayout layout, Kernels kernels) {
    boolean solves = network.getOutputLayer() instanceof JetOutputLayer;
    if (!solves || !Backend.onCpu()) {
      return Optional.empty();
    }
    Layer[] all = network.getLayers();
    List<JetDense> hidden =
        Arrays.stream(all, 0, all.length - 1)
            .map(layer -> (JetDense) ((JetDenseLayer) layer).conf().getLayer())
            .toList();
    JetPass pass =
        new JetPass(
            hidden.get(0).channels(),
            hidden.get(0).getFirst(),
            layers(hidden, layout),
            layout.size());
    return Optional.of(new JetGradient(network, kernels, pass));
  }

  private static List<JetPass.Dense> layers(List<JetDense> hidden, ParameterLayout layout) {
    List<JetPass.Dense> layers = new ArrayList<>();
    for (ParameterBlock block : layout.weights()) {
      int k = layers.size();
      boolean last = k == hidden.size();
      layers.add(
          new JetPass.Dense(
              block.rows(),
              block.columns(),
              block.offset(),
              bias(layout, block),
              last ? null : hidden.get(k).getFunction(),
              !last && hidden.get(k).isSkip()));
    }
    return layers;
  }

  /** Where the bias lies that belongs to those weights, or -1. */
  private static int bias(ParameterLayout layout, ParameterBlock weights) {
    return layout.blocks().stream()
        .filter(block -> block.role() == Role.BIAS && block.layer().equals(weights.layer()))
        .mapToInt(ParameterBlock::offset)
        .findFirst()
        .orElse(-1);
  }

  /** The summed loss of a batch; its gradient and its score go to where Deeplearning4j has them. */
  LossSum run(StagedExamples batch, double[] parameters) {
    double loss = pass.run(parameters, points(batch), gradient);
    kernels.write(gradient, gradients);
    network.setScore(loss / batch.rows());
    return new LossSum(loss, 0);
  }

  private JetPass.Batch points(StagedExamples batch) {
    Matrix inputs = Matrix.of(batch.features());
    JetOutputLayer output = (JetOutputLayer) network.getOutputLayer();
    return new JetPass.Batch() {
      @Override
      public int points() {
        return batch.rows();
      }

      @Override
      public void load(int input, int first, double[] into, int count) {
        kernels.read(inputs, input * inputs.rows() + first, into, count);
      }

      @Override
      public double lossAndAdjoints(int first, int count, double[] u) {
        return output.lossAndAdjoints(batch.labels(), first, count, u);
      }
    };
  }
}
