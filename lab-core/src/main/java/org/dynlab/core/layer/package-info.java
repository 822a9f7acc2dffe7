/**
 * Deeplearning4j layers that do each thing once per step: one matrix product and one fused pass
 * forward, two products and one pass back. Stock layers compute the pre-activation two or three
 * times and the unused gradient with respect to the network input.
 *
 * <p>Start with {@link org.dynlab.core.layer.FusedDense}; {@link org.dynlab.core.layer.FusedOutput}
 * adds the loss. Both follow Deeplearning4j's conventions (gradients are sums over the batch,
 * column-major weights W: [in, out] before the bias), so they also work under plain {@code fit()}.
 */
package org.dynlab.core.layer;
