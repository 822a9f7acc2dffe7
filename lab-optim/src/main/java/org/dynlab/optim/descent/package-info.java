/**
 * Optimizers that follow the gradient: momentum, the Adam family and its relatives. Links ({@link
 * org.dynlab.optim.descent.ScaleByAdam}, {@link org.dynlab.optim.descent.ScaleByMomentum}, {@link
 * org.dynlab.optim.descent.AddDecayedWeights}, {@link org.dynlab.optim.descent.Descend}) each do
 * one thing to the update; the named optimizers are short chains of them. Start with {@link
 * org.dynlab.optim.descent.AdamW}.
 */
package org.dynlab.optim.descent;
