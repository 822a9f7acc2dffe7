package org.dynlab.core.loss;

/**
 * What a pass over examples adds up to.
 *
 * @param loss sum over examples of the data loss, in double
 * @param correct examples whose largest output is at their class, the first of equal ones counting;
 *     or whose only output has the sign of their class; or whose numbers are met within the
 *     tolerance
 */
public record LossSum(double loss, int correct) {}
