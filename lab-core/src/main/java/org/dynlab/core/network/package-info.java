/**
 * The working network: a Deeplearning4j network of this lab's layers, seen as loss and gradient at
 * one flat parameter vector.
 *
 * <p>Start with {@link org.dynlab.core.network.Network}. {@link
 * org.dynlab.core.network.StagedExamples} are examples in the form it takes them. It knows layers,
 * but no models: those build networks.
 */
package org.dynlab.core.network;
