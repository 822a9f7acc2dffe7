/**
 * Arms of a sweep held against each other: how soon their runs reach a threshold, told with
 * uncertainty and with the runs that never do, and what a run cost and suffered on the way.
 *
 * <p>Start with {@link org.dynlab.analysis.comparison.Comparison}; the statistics below it ({@link
 * org.dynlab.analysis.comparison.survival.KaplanMeier}, {@link
 * org.dynlab.analysis.comparison.survival.LogRank}, {@link
 * org.dynlab.analysis.comparison.survival.Holm}, {@link org.dynlab.analysis.statistics.Wilson})
 * know nothing of runs.
 */
package org.dynlab.analysis.comparison;
