/**
 * Hidden Markov models with Gaussian emissions: their parameters, and what they say of given rows.
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.model.GaussianHmm}; {@link
 * org.dynlab.analysis.hmm.model.Viterbi} tells the likeliest states, {@link
 * org.dynlab.analysis.hmm.model.Posteriors} the probabilities of states and the likelihood, {@link
 * org.dynlab.analysis.hmm.model.Score} what model selection needs.
 */
package org.dynlab.analysis.hmm.model;
