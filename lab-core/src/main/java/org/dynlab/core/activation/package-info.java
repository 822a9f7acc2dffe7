/**
 * The functions between the layers, with their derivatives: entry by entry, and over arrays in
 * loops that the compiler turns into vector instructions.
 *
 * <p>Start with {@link org.dynlab.core.activation.Activation}, the list a model chooses from. Each
 * member is a {@link org.dynlab.core.activation.Curve}; exponentials, logarithms, sines and cosines
 * over arrays stand in files of their own. Knows no other room.
 */
package org.dynlab.core.activation;
