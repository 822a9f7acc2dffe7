/**
 * How parameters move. Links ({@link org.dynlab.optim.ScaleByAdam}, {@link
 * org.dynlab.optim.ScaleByMomentum}, {@link org.dynlab.optim.AddDecayedWeights}, {@link
 * org.dynlab.optim.Descend}) each do one thing to the update; the named optimizers are short chains
 * of them, and users may write chains of their own. Start with {@link org.dynlab.optim.AdamW};
 * {@link org.dynlab.optim.OptimizerCatalogue} lists them all. Symbols: g gradient, θ parameters, t
 * number of the update from 1.
 */
package org.dynlab.optim;
