package org.dynlab.analysis.claim;

/**
 * A claim judged on one arm.
 *
 * @param arm name of the arm
 * @param result passed, failed or undecided on this arm
 * @param numbers the measured quantity in words, e.g. {@code step 38 (37..41)}
 * @param share how many runs that is about, e.g. {@code 5/5 runs [0.57, 1.00]}: of those with an
 *     outcome the ones for which the claim holds, with Wilson's 95 % interval
 */
public record ArmVerdict(String arm, Result result, String numbers, String share) {}
