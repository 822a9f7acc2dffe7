package org.dynlab.analysis.staircase;

/**
 * A stretch in which the quantity changes little beside the jumps at its ends.
 *
 * @param from its first step
 * @param to its last step
 * @param level the mean of its points
 * @param drift by how much the fitted signal changes from its first to its last step
 * @param points how many it has
 */
public record Plateau(double from, double to, double level, double drift, int points) {}
