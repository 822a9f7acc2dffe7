package org.dynlab.core.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layout of the flat parameter vector of any Deeplearning4j network. */
public final class ModelLayout {

  private ModelLayout() {}

  /** For a {@link MultiLayerNetwork} or a {@link ComputationGraph}. */
  public static ParameterLayout of(Model model) {
    List<ParameterBlock> blocks = new ArrayList<>();
    for (Trainable layer : layers(model)) {
      add(layer, blocks);
    }
    return new ParameterLayout(blocks);
  }

  private static List<Trainable> layers(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return List.of(network.getLayers());
    }
    ComputationGraph graph = (ComputationGraph) model;
    List<Trainable> inOrder = new ArrayList<>();
    for (int vertex : graph.topologicalSortOrder()) {
      GraphVertex each = graph.getVertices()[vertex];
      if (each.numParams() > 0) {
        inOrder.add(each);
      }
    }
    return inOrder;
  }

  private static void add(Trainable layer, List<ParameterBlock> blocks) {
    Map<String, INDArray> table = layer.paramTable(false);
    if (table == null) {
      return;
    }
    String name = layer.getConfig().getLayerName();
    for (Map.Entry<String, INDArray> entry : table.entrySet()) {
      int offset = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
      blocks.add(block(name + "." + entry.getKey(), offset, entry.getValue()));
    }
  }

  /**
   * Matrices as they are. Of arrays with more dimensions, such as kernels of convolutions, which
   * lie in C order with the outputs first, each output's numbers are a column.
   */
  private static ParameterBlock block(String name, int offset, INDArray values) {
    int size = Math.toIntExact(values.length());
    if (values.rank() > 2) {
      int outputs = Math.toIntExact(values.size(0));
      return new ParameterBlock(name, Role.WEIGHT, offset, size / outputs, outputs);
    }
    boolean vector = values.rank() < 2 || values.size(0) == 1;
    if (vector) {
      Role role = name.endsWith("gamma") ? Role.GAIN : Role.BIAS;
      return new ParameterBlock(name, role, offset, 1, size);
    }
    int rows = Math.toIntExact(values.size(0));
    return new ParameterBlock(name, Role.WEIGHT, offset, rows, size / rows);
  }
}
