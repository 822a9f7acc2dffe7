/**
 * Fully connected layers that carry derivatives with respect to the network's inputs, and the
 * output layer whose loss is made of residuals of an equation.
 *
 * <p>Start with {@link org.dynlab.core.layer.jet.JetDense}; {@link
 * org.dynlab.core.layer.jet.JetOutput} adds the loss.
 */
package org.dynlab.core.layer.jet;
