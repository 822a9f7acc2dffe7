/**
 * Wang–Landau molecular dynamics in the logarithm of the loss, "WanD" (arXiv:2505.11411): a
 * velocity with friction and thermostat noise, driven by the slope of a running estimate of the
 * entropy S(ln L). Start with {@link org.dynlab.optim.wand.Wand}. Symbols: x = ln L, v velocity,
 * c_f friction, kT temperature (k = 1, mass 1), Δt time step.
 */
package org.dynlab.optim.wand;
