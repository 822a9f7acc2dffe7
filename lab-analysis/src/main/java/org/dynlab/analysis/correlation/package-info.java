/**
 * Correlation coefficients of pairs of numbers with their intervals; they know nothing of runs.
 * Start with {@link org.dynlab.analysis.correlation.Correlation}.
 */
package org.dynlab.analysis.correlation;
