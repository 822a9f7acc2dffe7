/**
 * A whole transformer but for its read-out as one layer, from symbols to the residual stream at the
 * last token.
 *
 * <p>Start with {@link org.dynlab.core.layer.transformer.TransformerShape}, which says what it
 * computes, and {@link org.dynlab.core.layer.transformer.TransformerStack}, the layer.
 */
package org.dynlab.core.layer.transformer;
