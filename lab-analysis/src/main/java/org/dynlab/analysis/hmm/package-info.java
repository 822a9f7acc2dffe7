/**
 * Latent states of training: a hidden Markov model fitted to the weight statistics of many runs
 * (arXiv 2308.09543).
 *
 * <p>Start with {@link org.dynlab.analysis.hmm.LatentStates}, which does all of it in one call. Its
 * parts: {@code data} (rows, z-scores), {@code model} (parameters, likelihood, paths), {@code
 * cluster} (k-means), {@code fit} (Baum–Welch), {@code selection} (how many states), {@code map}
 * (the training map).
 */
package org.dynlab.analysis.hmm;
