/**
 * The two phases of training, fitting and compression, as times with uncertainty: each is read off
 * every run by a stated rule that tells turns from noise, then brought together over runs; what was
 * not found stands with its reason. Start with {@link org.dynlab.analysis.phase.Phases}.
 */
package org.dynlab.analysis.phase;
