package org.dynlab.analysis.glass;

/**
 * A fitted number.
 *
 * @param standardError 0 if it was not free; NaN where the curve does not determine it
 */
public record Parameter(double value, double standardError) {}
