/**
 * What a hidden Markov model is fitted to: rows of features, one sequence per run.
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.data.Sequences}; {@link
 * org.dynlab.analysis.hmm.data.FeatureTable} makes them from the runs of a sweep, {@link
 * org.dynlab.analysis.hmm.data.ZScores} brings the columns of each run to one scale.
 */
package org.dynlab.analysis.hmm.data;
