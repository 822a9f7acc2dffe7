package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.model.initialisation.Initialisation;
import org.dynlab.core.random.SeedTree;

/**
 * What lies where in the parameter vector of a {@link Lenet}, and how it begins. The fan-in of a
 * convolution is k·k·channels, its fan-out k·k·outputs, as in PyTorch: the outputs that one input
 * reaches.
 */
final class LenetParameters {
  private final Lenet model;
  private final List<Layer> layers = new ArrayList<>();

  /** Units with {@code in} weights each; every input reaches {@code fanOut} of their outputs. */
  private record Layer(String name, int in, int units, int fanOut) {}

  LenetParameters(Lenet model, List<ConvolutionShape> shapes, int outputs) {
    this.model = model;
    int area = model.kernel() * model.kernel();
    int in = 0;
    for (int k = 0; k < shapes.size(); k++) {
      ConvolutionShape shape = shapes.get(k);
      int units = shape.outputs();
      layers.add(new Layer(Lenet.convolutionName(k), shape.patch(), units, area * units));
      in = shape.pooledSize();
    }
    for (int k = 0; k < model.hidden().size(); k++) {
      int units = model.hidden().get(k);
      layers.add(new Layer(Lenet.denseName(k), in, units, units));
      in = units;
    }
    layers.add(new Layer("output", in, outputs, outputs));
  }

  ParameterLayout layout() {
    List<ParameterBlock> blocks = new ArrayList<>();
    int offset = 0;
    for (Layer layer : layers) {
      int weights = layer.in * layer.units;
      blocks.add(new ParameterBlock(layer.name + ".W", Role.WEIGHT, offset, layer.in, layer.units));
      offset += weights;
      if (model.bias()) {
        blocks.add(new ParameterBlock(layer.name + ".b", Role.BIAS, offset, 1, layer.units));
        offset += layer.units;
      }
    }
    return new ParameterLayout(blocks);
  }

  /** The parameters at the start, each block drawn from the stream of its name. */
  double[] initial(SeedTree seeds) {
    double[] values = new double[layout().size()];
    int offset = 0;
    Initialisation start = model.initialisation();
    for (Layer layer : layers) {
      int weights = layer.in * layer.units;
      String name = layer.name;
      double[] w = start.weights(layer.in, layer.fanOut, seeds.stream(name + ".W"));
      System.arraycopy(w, 0, values, offset, weights);
      offset += weights;
      if (model.bias()) {
        double[] b = start.biases(layer.in, layer.fanOut, seeds.stream(name + ".b"));
        System.arraycopy(b, 0, values, offset, layer.units);
        offset += layer.units;
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] *= model.initScale();
    }
    return values;
  }
}
