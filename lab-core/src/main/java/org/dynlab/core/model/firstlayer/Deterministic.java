package org.dynlab.core.model.firstlayer;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Deterministic initialisation for one input on Ω = [a, b]: n neurons f(γ (x − x_j)) at the points
 * x_j of the uniform grid from a to b, with γ = n/|Ω|, so W_j = γ and b_j = −γ x_j (Yang, Zhao and
 * Zhu, arXiv 2412.05144, eq. 4.2–4.3, which has Ω = [−1, 1] and γ = n/2; |Ω| in place of 2 is this
 * lab's reading for other intervals). A single neuron sits in the middle. Draws nothing.
 */
@Meaning("one input: neurons f(n/|box| (x - x_j)) on a uniform grid x_j over the box")
record Deterministic() implements FirstLayer {
  private static final String HINT = "that is for one; uniformDensity and structured for any";

  @Override
  public double[] draw(BoundingBox box, int width, Activation f, Stream stream) {
    int inputs = box.dimensions();
    double extent = box.extent(0);
    String rule = "must be a first layer for " + inputs + " inputs";
    new Checks()
        .that(inputs == 1, "", rule, "deterministic", HINT)
        .that(extent > 0, "", "must have training inputs that differ", box.low())
        .done();
    double gamma = width / extent;
    double[] values = new double[2 * width];
    for (int j = 0; j < width; j++) {
      double place = width == 1 ? 0.5 : (double) j / (width - 1);
      values[j] = gamma;
      values[width + j] = -gamma * (box.low().get(0) + place * extent);
    }
    return values;
  }
}
