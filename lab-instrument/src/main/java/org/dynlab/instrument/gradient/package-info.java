/**
 * Gradients of the loss: sizes, noise, angles. Start with {@link
 * org.dynlab.instrument.gradient.GradientNorms}.
 */
package org.dynlab.instrument.gradient;
