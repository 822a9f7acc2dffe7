/**
 * Fitting hidden Markov models to rows by expectation and maximisation.
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.fit.BaumWelch}; {@link
 * org.dynlab.analysis.hmm.fit.Start} tells where it begins, {@link org.dynlab.analysis.hmm.fit.Fit}
 * what comes out.
 */
package org.dynlab.analysis.hmm.fit;
