/**
 * Statistics on plain numbers, which know nothing of runs: regression, bootstrap, correlations,
 * effect sizes.
 *
 * <p>Start with {@link org.dynlab.analysis.statistics.LeastSquares} for what explains a number, and
 * with {@link org.dynlab.analysis.statistics.Bootstrap} for the interval of any statistic of runs.
 * What they give is an {@link org.dynlab.analysis.statistics.Estimate} or holds {@link
 * org.dynlab.analysis.statistics.Interval}s, all of them 95 %.
 */
package org.dynlab.analysis.statistics;
