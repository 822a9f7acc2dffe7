/**
 * A convolution with its activation and pooling as one layer.
 *
 * <p>Start with {@link org.dynlab.core.layer.convolution.FusedConvolution}.
 */
package org.dynlab.core.layer.convolution;
