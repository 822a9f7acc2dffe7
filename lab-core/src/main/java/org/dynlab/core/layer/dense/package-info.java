/**
 * Fully connected layers h = f(x W + b), the input being numbers or positions, and the output layer
 * with its loss.
 *
 * <p>Start with {@link org.dynlab.core.layer.dense.FusedDense}; {@link
 * org.dynlab.core.layer.dense.FusedOutput} adds the loss and ends networks of every kind but those
 * that solve equations.
 */
package org.dynlab.core.layer.dense;
