/**
 * Stairs in curves: plateaus and jumps of a rank and of the logarithm of a loss, and whether they
 * come together. Start with {@link org.dynlab.analysis.staircase.Staircases} for the runs of an
 * arm, and with {@link org.dynlab.analysis.staircase.Staircase} for one curve.
 */
package org.dynlab.analysis.staircase;
