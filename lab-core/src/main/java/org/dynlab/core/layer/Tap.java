package org.dynlab.core.layer;

import java.util.function.Supplier;
import org.dynlab.core.engine.Matrix;

/**
 * A place inside a network where instruments may look: the outputs of one hidden layer.
 *
 * @param name as instruments name it, e.g. {@code layer1}
 * @param width numbers per example
 * @param values the outputs [n, width] of the last forward pass, in the layer's own array
 */
public record Tap(String name, int width, Supplier<Matrix> values) {}
