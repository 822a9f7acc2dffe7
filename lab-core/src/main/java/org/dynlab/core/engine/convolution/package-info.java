/**
 * Convolution with stride 1 and pooling.
 *
 * <p>Start with {@link org.dynlab.core.engine.convolution.ConvolutionShape}, which says how images
 * lie in matrices, and {@link org.dynlab.core.engine.convolution.ConvolutionKernels}, which has a
 * portable implementation and one on the memory of the CPU backend.
 */
package org.dynlab.core.engine.convolution;
