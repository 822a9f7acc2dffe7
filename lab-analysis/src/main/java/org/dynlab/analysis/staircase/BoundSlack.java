package org.dynlab.analysis.staircase;

import java.util.Arrays;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.PairedCurves;

/**
 * The slack in the bound of the loss by the ε-rank (Yang, Zhao and Zhu, arXiv:2412.05144, theorem
 * 3.3): √L ≥ (dist(u*, F_p) − slack)/C_S with
 *
 * <pre>
 * slack = √(‖β‖² (p + 1)(n − p)² ε)
 * </pre>
 *
 * <p>for n neurons in the last hidden layer, p the ε-rank, β the output weights. The distance
 * cannot be computed and is at most ‖u*‖: where the slack is larger, the bound says nothing, which
 * is the usual case. It is to be shown as slack, not as a certificate.
 */
public final class BoundSlack {
  private BoundSlack() {}

  /** At one step; 0 for p = n. */
  public static double of(double epsilon, int width, double rank, double outputNorm) {
    return outputNorm * (width - rank) * Math.sqrt((rank + 1) * epsilon);
  }

  /**
   * At the steps at which both were measured.
   *
   * @param width n
   * @param ranks p
   * @param outputNorms ‖β‖
   */
  public static Curve of(double epsilon, int width, Curve ranks, Curve outputNorms) {
    PairedCurves pairs = new PairedCurves(ranks, outputNorms);
    double[] rank = pairs.first();
    double[] norm = pairs.second();
    double[] slack = new double[rank.length];
    Arrays.setAll(slack, i -> of(epsilon, width, rank[i], norm[i]));
    return new Curve(pairs.steps(), slack);
  }
}
