/**
 * Passes over rows of numbers that belong to the tokens of sequences: attention, normalisation, and
 * copies of rows.
 *
 * <p>Start with {@link org.dynlab.core.engine.transformer.RowIndex}: tokens that always have the
 * same numbers share a row, and {@link org.dynlab.core.engine.transformer.DistinctTokens} finds
 * them.
 */
package org.dynlab.core.engine.transformer;
