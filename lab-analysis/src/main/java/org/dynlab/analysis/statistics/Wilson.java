package org.dynlab.analysis.statistics;

/**
 * Wilson's 95 % score interval of a share k of n (Wilson 1927, doi:10.1080/01621459.1927.10502953):
 * {@code (k + z²/2 ± z √(k(n−k)/n + z²/4)) / (n + z²)} with z = Φ⁻¹(0.975). It stays within [0, 1]
 * and is [0, 1] for n = 0.
 */
public record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  /** The interval of k satisfied of n runs. */
  public static Wilson of(int satisfied, int runs) {
    if (runs == 0) {
      return new Wilson(0, 1);
    }
    double k = satisfied;
    double n = runs;
    double centre = (k + Z * Z / 2) / (n + Z * Z);
    double half = Z * Math.sqrt(k * (n - k) / n + Z * Z / 4) / (n + Z * Z);
    return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
