/**
 * Mutual information of hidden layers with inputs and answers. Start with {@link
 * org.dynlab.instrument.information.BinnedInformation}.
 *
 * <p>For a deterministic network the true I(X;T) is infinite, or H(X) for finitely many inputs:
 * every finite number here is a property of the bins or of the noise that the estimator adds (Saxe
 * et al. 2018, ICLR, appendix C). So each instrument writes its ceiling, the logarithm of the
 * number of inputs, and the floor H(Y) beside its estimates, and says when it sits at the ceiling.
 * Estimators work on plain arrays and know nothing of networks; they count in nats, instruments
 * write bits.
 */
package org.dynlab.instrument.information;
