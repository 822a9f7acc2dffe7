package org.dynlab.analysis.correlation;

import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * A correlation of n independent pairs with a 95 % interval by Fisher's z: {@code tanh(artanh r ±
 * 1.96 s)}, s² = 1/(n-3) for Pearson's r (exact in the limit, for normal pairs) and (1 +
 * ρ²/2)/(n-3) for Spearman's ρ (Bonett and Wright 2000, doi:10.1007/BF02294183). Steps of one run
 * are not independent: of those only the value means something.
 *
 * @param value in [-1, 1]; NaN for fewer than two pairs or where one side does not vary
 * @param low lower limit, NaN for fewer than four pairs
 * @param high upper limit
 * @param pairs n
 */
public record Correlation(double value, double low, double high, int pairs) {
  private static final double Z = 1.959963984540054;

  /** Pearson's r. */
  public static Correlation pearson(double[] x, double[] y) {
    return withInterval(r(x, y), x.length, 1);
  }

  /** Spearman's ρ: Pearson's of the ranks, equal values sharing theirs. */
  public static Correlation spearman(double[] x, double[] y) {
    double rho = rho(x, y);
    return withInterval(rho, x.length, 1 + rho * rho / 2);
  }

  private static Correlation withInterval(double value, int n, double spread) {
    double half = n > 3 ? Z * Math.sqrt(spread / (n - 3)) : Double.NaN;
    double z = 0.5 * Math.log((1 + value) / (1 - value));
    return new Correlation(value, StrictMath.tanh(z - half), StrictMath.tanh(z + half), n);
  }

  /** Pearson's r alone. */
  public static double r(double[] x, double[] y) {
    double meanX = Arrays.stream(x).sum() / x.length;
    double meanY = Arrays.stream(y).sum() / y.length;
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - meanX) * (y[i] - meanY);
      first += (x[i] - meanX) * (x[i] - meanX);
      second += (y[i] - meanY) * (y[i] - meanY);
    }
    double r = product / Math.sqrt(first * second);
    return Math.max(-1, Math.min(1, r));
  }

  /** Spearman's ρ alone. */
  public static double rho(double[] x, double[] y) {
    if (x.length < 2) {
      return Double.NaN;
    }
    NaturalRanking ranking = new NaturalRanking();
    return r(ranking.apply(x), ranking.apply(y));
  }
}
