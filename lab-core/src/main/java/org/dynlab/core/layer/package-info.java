/**
 * What a network of this lab asks of its Deeplearning4j layers.
 *
 * <p>Start with {@link org.dynlab.core.layer.LabLayer} and {@link org.dynlab.core.layer.LossLayer};
 * a {@link org.dynlab.core.layer.Tap} is a place that instruments look at. The layers themselves do
 * each thing once per step: one matrix product and one fused pass forward, two products and one
 * pass back, where stock layers compute the pre-activation two or three times and the unused
 * gradient with respect to the network input. They stand in rooms of their own: {@code layer.dense}
 * (with the output layer that all kinds of networks share), {@code layer.jet}, {@code
 * layer.convolution} and {@code layer.transformer}, which know {@code layer.part} and this room,
 * but not each other.
 *
 * <p>All of them follow Deeplearning4j's conventions (gradients are sums over the batch, weights
 * before biases, column-major), so they also work under plain {@code fit()}.
 */
package org.dynlab.core.layer;
