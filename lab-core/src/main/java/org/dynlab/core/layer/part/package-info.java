/**
 * What layers are made of: arrays that are kept from step to step, parameters seen as matrices,
 * dropout.
 *
 * <p>Start with {@link org.dynlab.core.layer.part.Buffers} and {@link
 * org.dynlab.core.layer.part.DenseParameters}.
 */
package org.dynlab.core.layer.part;
