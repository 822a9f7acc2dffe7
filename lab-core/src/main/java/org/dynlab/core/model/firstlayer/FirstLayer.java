package org.dynlab.core.model.firstlayer;

import java.util.Optional;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.random.Stream;
import org.dynlab.store.problem.Problem;

/**
 * How a first layer f(x W + b) begins so that its outputs are as different functions of x as they
 * can be: weights and biases are drawn together and fitted to where the inputs lie.
 */
public interface FirstLayer {

  /** Why networks with that activation cannot begin like this, if they cannot. */
  default Optional<Problem> unsuited(Activation f) {
    return Optional.empty();
  }

  /**
   * Draws W: [d, width], column after column, and after it b: [width].
   *
   * @param box where the training inputs x: [d] lie
   * @param f one that is not {@link #unsuited}
   * @throws org.dynlab.store.problem.UserError if such a box cannot be served
   */
  double[] draw(BoundingBox box, int width, Activation f, Stream stream);
}
