/**
 * How parameters move. Each rule does one thing to the update; the named optimizers are short
 * chains of rules, and users may write chains of their own. One room per family, each with the list
 * of what it offers; {@link org.dynlab.optim.OptimizerCatalogue} joins the lists. Symbols
 * throughout: g gradient, θ parameters, L mean data loss, t number of the update from 1.
 */
package org.dynlab.optim;
