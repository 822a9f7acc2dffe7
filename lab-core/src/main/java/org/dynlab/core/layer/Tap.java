package org.dynlab.core.layer;

import java.util.Optional;
import java.util.function.Supplier;
import org.dynlab.core.engine.Matrix;

/**
 * A place inside a network where instruments may look: the outputs of one hidden layer.
 *
 * @param name as instruments name it, e.g. {@code layer1}
 * @param width numbers per example
 * @param values the outputs [n, width] of the last forward pass, in the layer's own array
 * @param before what went into the activation function, after a pass from an {@link Inlet} only
 */
public record Tap(
    String name, int width, Supplier<Matrix> values, Optional<Supplier<Matrix>> before) {

  /** A place with an activation function before it. */
  public static Tap of(String name, int width, Supplier<Matrix> values, Supplier<Matrix> before) {
    return new Tap(name, width, values, Optional.of(before));
  }

  /** A place with outputs alone. */
  public static Tap ofOutputs(String name, int width, Supplier<Matrix> values) {
    return new Tap(name, width, values, Optional.empty());
  }
}
