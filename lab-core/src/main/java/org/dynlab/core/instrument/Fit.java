package org.dynlab.core.instrument;

/**
 * How well the network does on a set of examples.
 *
 * @param loss mean data loss without penalties, natural log
 * @param accuracy share of examples whose largest output is at their class (first of equal ones)
 */
public record Fit(double loss, double accuracy) {}
