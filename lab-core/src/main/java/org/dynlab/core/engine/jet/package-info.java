/**
 * Derivatives with respect to a network's inputs, carried beside its values, as residuals of
 * differential equations need them.
 *
 * <p>Start with {@link org.dynlab.core.engine.jet.JetKernels}, which has the formulas, and {@link
 * org.dynlab.core.engine.jet.Channels}, which says what the rows of an array hold. Kernels take one
 * layer at a time; {@link org.dynlab.core.engine.jet.JetPass} takes a tile of points through a
 * whole network and back, with the same numbers up to rounding.
 */
package org.dynlab.core.engine.jet;
