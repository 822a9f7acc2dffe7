package org.dynlab.core.layer;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A place inside a network where rows of numbers can be put in instead of what the network has
 * there.
 *
 * @param name e.g. {@code input}, {@code layer1}
 * @param width numbers per row
 * @param reach from the input of the layer it belongs to, to the rows [n, width] it has there
 * @param onward from rows [n, width] there to the outputs of the layer it belongs to; afterwards
 *     {@link Tap#before} of the taps behind it can be read
 * @param passed how many of that layer's taps lie before it
 */
public record Inlet(
    String name,
    int width,
    Function<INDArray, Matrix> reach,
    UnaryOperator<Matrix> onward,
    int passed) {
  /** Name of a layer's own input; networks call it after the layer before. */
  public static final String INPUT = "input";
}
