package org.dynlab.analysis.claim;

import java.util.Locale;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Spearman's rank correlation of n pairs, ranks of equal values shared: Pearson's of the ranks.
 *
 * @param value in [-1, 1]; NaN for fewer than two pairs or where one side does not vary
 * @param pairs n
 */
record Spearman(double value, int pairs) {
  private static final double NORMAL_95 = 1.959963984540054;

  static Spearman of(double[] x, double[] y) {
    if (x.length < 2) {
      return new Spearman(Double.NaN, x.length);
    }
    NaturalRanking ranking = new NaturalRanking();
    double[] a = ranking.apply(x);
    double[] b = ranking.apply(y);
    double middle = (x.length + 1) / 2.0;
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - middle) * (b[i] - middle);
      first += (a[i] - middle) * (a[i] - middle);
      second += (b[i] - middle) * (b[i] - middle);
    }
    return new Spearman(product / Math.sqrt(first * second), x.length);
  }

  /**
   * The value with a 95 % interval, by Fisher's z with the variance (1 + ρ²/2)/(n - 3) of Bonett
   * and Wright (2000, doi:10.1007/BF02294183), if n allows one.
   */
  String words() {
    String rho = String.format(Locale.ROOT, "ρ = %.2f", value);
    if (pairs <= 3 || Double.isNaN(value)) {
      return rho;
    }
    double spread = NORMAL_95 * Math.sqrt((1 + value * value / 2) / (pairs - 3));
    double z = 0.5 * Math.log((1 + value) / (1 - value));
    return rho + String.format(Locale.ROOT, " [%.2f, %.2f]", tanh(z - spread), tanh(z + spread));
  }

  private static double tanh(double z) {
    return StrictMath.tanh(z);
  }
}
