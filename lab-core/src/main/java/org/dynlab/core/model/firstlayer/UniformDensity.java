package org.dynlab.core.model.firstlayer;

import java.util.Optional;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Uniform-density initialisation: neurons f(γ (a_j · (x − x_c) + r_j)) about the centre x_c of the
 * box, with unit directions a_j uniform on the sphere and offsets r_j uniform on [0, R] (Yang, Zhao
 * and Zhu, arXiv 2412.05144, eq. 4.4–4.5, after TransNet: Zhang, Bao, Ju and Zhang 2024, J. Sci.
 * Comput. 99:2). Then the hyperplanes where neurons change sign have the same expected density
 * throughout the ball of radius R about x_c.
 *
 * <p>The paper states neither γ nor R. R is the half-diagonal here unless given, so that the ball
 * holds the box; γ = 1 and 2 were tried on its Poisson problem and both start near full rank.
 */
@Meaning("neurons f(gamma (a.(x - centre) + r)), unit directions a, r uniform on [0, radius]")
record UniformDensity(
    @Default("1") @Meaning("steepness") double gamma,
    @Meaning("largest offset; half the diagonal of the training inputs' box if left out")
        Optional<Double> radius)
    implements FirstLayer {

  /** Checks the ranges. */
  UniformDensity {
    Checks checks = new Checks().positive("gamma", gamma);
    radius.ifPresent(r -> checks.positive("radius", r));
    checks.done();
  }

  @Override
  public double[] draw(BoundingBox box, int width, Activation f, Stream stream) {
    double most = radius.orElse(box.halfDiagonal());
    new Checks().that(most > 0, "", "must have training inputs that differ", box.low()).done();
    Hyperplanes layer = new Hyperplanes(box, width, gamma);
    for (int j = 0; j < width; j++) {
      double[] direction = Hyperplanes.direction(box.dimensions(), stream);
      layer.set(j, direction, stream.uniform(0, most));
    }
    return layer.values();
  }
}
