package org.dynlab.core.model;

import java.util.Optional;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.model.firstlayer.BoundingBox;
import org.dynlab.core.model.firstlayer.FirstLayer;
import org.dynlab.core.model.initialisation.Initialisation;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.VectorFeatures;

/**
 * How all parameters of a fully connected network begin.
 *
 * @param initialisation of every layer
 * @param firstLayer of the first layer instead
 * @param scale factor on everything
 */
record Beginning(Initialisation initialisation, Optional<FirstLayer> firstLayer, double scale) {
  private static final String FIRST = "model.firstLayer";

  /** The parameters, each block drawn from the stream of its name. */
  double[] draw(ParameterLayout layout, Features inputs, Activation f, SeedTree seeds) {
    double[] values = new double[layout.size()];
    int fanIn = 0;
    for (ParameterBlock block : layout.blocks()) {
      boolean weight = block.role() == Role.WEIGHT;
      fanIn = weight ? block.rows() : fanIn;
      double[] drawn =
          weight
              ? initialisation.weights(fanIn, block.columns(), seeds.stream(block.name()))
              : initialisation.biases(fanIn, block.columns(), seeds.stream(block.name()));
      System.arraycopy(drawn, 0, values, block.offset(), drawn.length);
    }
    if (firstLayer.isPresent()) {
      double[] first = first(layout.blocks().get(0).columns(), inputs, f, seeds);
      System.arraycopy(first, 0, values, 0, first.length);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }

  private double[] first(int width, Features inputs, Activation f, SeedTree seeds) {
    Checks checks = new Checks();
    boolean numbers = inputs instanceof VectorFeatures;
    checks.that(numbers, FIRST, "must have inputs that are numbers", "tokens").done();
    BoundingBox box = BoundingBox.of((VectorFeatures) inputs);
    Optional<double[]> drawn =
        checks.within(
            FIRST, () -> firstLayer.orElseThrow().draw(box, width, f, seeds.stream("layer1")));
    checks.done();
    return drawn.orElseThrow();
  }
}
