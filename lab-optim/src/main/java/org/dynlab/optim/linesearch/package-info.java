/**
 * Optimizers that look along a direction before they step, and so ask for the loss at other points
 * of the same batch. Start with {@link org.dynlab.optim.linesearch.Lbfgs}.
 */
package org.dynlab.optim.linesearch;
