package org.dynlab.analysis.claim;

import java.util.Locale;

/**
 * A claim judged on one arm.
 *
 * @param arm name of the arm
 * @param result passed, failed or undecided on this arm
 * @param numbers the measured quantity in words, e.g. {@code step 38 (37..41)}
 * @param satisfied runs for which the claim holds, k
 * @param runs runs with an outcome, n
 * @param open runs without an outcome: not ended, or the column was never measured
 * @param low lower limit of Wilson's 95 % interval of k/n
 * @param high its upper limit
 */
public record ArmVerdict(
    String arm,
    Result result,
    String numbers,
    int satisfied,
    int runs,
    int open,
    double low,
    double high) {

  /** e.g. {@code 5/5 runs [0.57, 1.00]}, with {@code 1 open} where runs lack an outcome. */
  public String share() {
    String interval = String.format(Locale.ROOT, " [%.2f, %.2f]", low, high);
    return satisfied
        + "/"
        + runs
        + (runs == 1 ? " run" : " runs")
        + (runs == 0 ? "" : interval)
        + (open == 0 ? "" : ", " + open + " open");
  }
}
