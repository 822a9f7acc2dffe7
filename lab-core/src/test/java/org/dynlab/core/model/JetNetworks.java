package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A small network of layers that carry derivatives.
 *
 * @param skip whether hidden layers after the first add their inputs
 */
public record JetNetworks(Jet jet, Activation f, List<Integer> hidden, boolean bias, boolean skip) {

  public Network build(Precision precision) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .dataType(precision.type())
            .updater(new NoOp())
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    JetLayers kinds = new JetLayers(jet, f, 0);
    List<ParameterBlock> blocks = new ArrayList<>();
    int in = jet.dimensions();
    for (int k = 0; k < hidden.size(); k++) {
      int out = hidden.get(k);
      layers.layer(kinds.hidden("layer" + (k + 1), in, out, bias, skip && k > 0));
      add(blocks, "layer" + (k + 1), in, out);
      in = out;
    }
    layers.layer(JetLayers.output("output", in, bias));
    add(blocks, "output", in, 1);
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    ParameterLayout layout = new ParameterLayout(blocks);
    Network built = new Network(network, layout, new SeedTree(1));
    Stream stream = new SeedTree(8).stream("parameters");
    double[] values = new double[layout.size()];
    Arrays.setAll(values, i -> 0.5 * stream.gaussian());
    built.write(values);
    return built;
  }

  private void add(List<ParameterBlock> blocks, String name, int in, int out) {
    int offset = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
    blocks.add(new ParameterBlock(name + ".W", Role.WEIGHT, offset, in, out));
    if (bias) {
      blocks.add(new ParameterBlock(name + ".b", Role.BIAS, offset + in * out, 1, out));
    }
  }

  /** Random points in [-1, 1]^d. */
  public static DenseFeatures points(int rows, int dimensions) {
    Stream stream = new SeedTree(9).stream("points");
    double[] values = new double[rows * dimensions];
    Arrays.setAll(values, i -> 2 * stream.uniform() - 1);
    return new DenseFeatures(values, dimensions);
  }

  /** Points with those residuals, row i belonging to term i mod the number of terms. */
  public static Examples examples(int rows, Jet jet, List<Term> terms) {
    int[] termOfRow = new int[rows];
    Arrays.setAll(termOfRow, i -> i % terms.size());
    double[] known = new double[rows];
    Arrays.setAll(known, i -> Math.sin(3 * i));
    return new Examples(
        points(rows, jet.dimensions()),
        new ResidualTargets(jet, terms, termOfRow, new DenseFeatures(known, 1), Double.NaN));
  }

  /** A residual in which every channel matters, none of them linearly. */
  public static Residual everything() {
    return (known, u, slopes) -> {
      double r = -known[0];
      for (int c = 0; c < u.length; c++) {
        double next = u[(c + 1) % u.length];
        r += (c + 1) * u[c] + 0.5 * u[c] * next;
        slopes[c] += (c + 1) + 0.5 * next;
        slopes[(c + 1) % u.length] += 0.5 * u[c];
      }
      return r;
    };
  }

  /** r = u − known, as on a boundary. */
  public static Residual value() {
    return (known, u, slopes) -> {
      slopes[0] = 1;
      return u[0] - known[0];
    };
  }

  /** An interior and a boundary term of different weights. */
  public static List<Term> terms() {
    return List.of(new Term("interior", 0.7, everything()), new Term("boundary", 3, value()));
  }
}
