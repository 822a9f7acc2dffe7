/**
 * Rules that add noise: samplers that draw parameters from a density, and links that only shake.
 * Start with {@link org.dynlab.optim.langevin.Sgld}.
 *
 * <p><b>The mean-loss convention.</b> The papers sample p(θ) ∝ exp(-U/T) with the energy of the
 * whole training set, U = N·L + ½λ‖θ‖²: N training examples ({@code examples}), L their mean loss,
 * λ the precision of a Gaussian prior ({@code weightDecay}), T the temperature. This lab's gradient
 * is that of L, and a learning rate here means what it means in {@code sgd}. So every sampler of
 * this room works with U/N at the temperature T/N, which is the same density:
 *
 * <pre>
 * g' = g + (λ/N)·θ           gradient of U/N
 * kT = T/N                   temperature of U/N
 * η  = N·η_U                 learning rate, η_U being the factor of ∇U in a paper
 * </pre>
 *
 * <p>With {@code examples: 1} the density is exp(-L/T - ½λ‖θ‖²/T): the temperature of the mean
 * loss. Forgetting N (a temperature of 1 with {@code examples: 1} where exp(-N·L) was meant) makes
 * the noise √N times too large, and is the commonest error with these methods.
 */
package org.dynlab.optim.langevin;
