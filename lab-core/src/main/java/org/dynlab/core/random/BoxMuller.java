package org.dynlab.core.random;

/**
 * Pairs of normals from random bits: x = r cos φ and y = r sin φ with r² = -2 ln u and φ uniform on
 * the circle (Box and Muller 1958, doi:10.1214/aoms/1177706645).
 *
 * <p>With the bits of {@link PairBits}, u = 2⁻ᵏ w with w in (1, 2), so that
 *
 * <pre>
 * r² = (2k - 1) ln 2 - 4 artanh s,   s = (w - √2) / (w + √2)
 * x = r (1 - 2 sin² φ/2),   y = 2 r sin φ/2 cos φ/2,   |φ/2| ≤ π/2
 * </pre>
 *
 * <p>4 artanh, sin and cos are minimax polynomials in s² and φ² (Lawson's iteration at 400
 * Chebyshev nodes, 40 digits; that of artanh shifted to be exact at w = 2, where r vanishes), with
 * absolute errors of at most 5.6e-12, 1.4e-11 and 7.5e-13; each normal is within 6e-11 r of the
 * exact pair's, 5e-10 at most. One loop without branches, of which the compiler makes vectors;
 * {@code fma} keeps it short enough for that.
 */
final class BoxMuller {
  private static final double ROOT_2 = 1.4142135623730951;
  private static final double LN_2 = 0.6931471805599453;

  /** Adding and subtracting it rounds to multiples of 2⁻²³: the radius bits. */
  private static final double ROUND_RADIUS = 0x1.8p29;

  private static final double HALF_RADIUS = 0x1p-24;

  /** Adding and subtracting it rounds to multiples of 2⁻⁴⁵: radius and angle bits. */
  private static final double ROUND_ANGLE = 0x1.8p7;

  /** 2 ln 2 per unit of the last place, in which octaves are counted. */
  private static final double OCTAVE = 2 * LN_2 * 0x1p52;

  /** 4 artanh s / s. */
  private static final double A0 = 0x1.00000000094f0p2;

  private static final double A1 = 0x1.555554da6e03ap0;
  private static final double A2 = 0x1.999a9d12cd355p-1;
  private static final double A3 = 0x1.2432a49412810p-1;
  private static final double A4 = 0x1.e3b34c051a797p-2;

  /** √2 sin(πa)/x with a in turns and x = 2⁻²³ a. */
  private static final double S0 = ROOT_2 * 0x1.921fb54384935p1 * 0x1p23;

  private static final double S1 = ROOT_2 * -0x1.4abbce38aa9f2p2 * 0x1p69;
  private static final double S2 = ROOT_2 * 0x1.466bbc055d794p1 * 0x1p115;
  private static final double S3 = ROOT_2 * -0x1.32d08e4b34247p-1 * 0x1p161;
  private static final double S4 = ROOT_2 * 0x1.4ffffa7fa1f08p-4 * 0x1p207;
  private static final double S5 = ROOT_2 * -0x1.cac8e4179bb5cp-8 * 0x1p253;

  /** √2 cos(πa). */
  private static final double C0 = ROOT_2 * 0x1.fffffffffe5acp-1;

  private static final double C1 = ROOT_2 * -0x1.3bd3cc9b93a01p2 * 0x1p46;
  private static final double C2 = ROOT_2 * 0x1.03c1f06d7e308p2 * 0x1p92;
  private static final double C3 = ROOT_2 * -0x1.55d3c04b5eb12p0 * 0x1p138;
  private static final double C4 = ROOT_2 * 0x1.e1f24e574a31ap-3 * 0x1p184;
  private static final double C5 = ROOT_2 * -0x1.a651cea8bb5b6p-6 * 0x1p230;
  private static final double C6 = ROOT_2 * 0x1.e259bcd5aef08p-10 * 0x1p276;

  private BoxMuller() {}

  /**
   * x and y of {@code count} pairs.
   *
   * @param bits in: numbers in [1, 2) made by {@link PairBits}; out: x
   * @param y out
   */
  static void normals(double[] bits, double[] y, int count) {
    for (int i = 0; i < count; i++) {
      double all = bits[i];
      double w = (((all - HALF_RADIUS) + ROUND_RADIUS) - ROUND_RADIUS) + HALF_RADIUS;
      double rest = all - w;
      double a = (rest + ROUND_ANGLE) - ROUND_ANGLE;
      double s = (w - ROOT_2) / (w + ROOT_2);
      double t = s * s;
      double log = fma(t, fma(t, fma(t, fma(t, A4, A3), A2), A1), A0);
      double r = Math.sqrt(fma(-s, log, fma(rest - a, OCTAVE, -LN_2)));
      double z = a * a;
      double sin = a * fma(z, fma(z, fma(z, fma(z, fma(z, S5, S4), S3), S2), S1), S0);
      double cos = fma(z, fma(z, fma(z, fma(z, fma(z, fma(z, C6, C5), C4), C3), C2), C1), C0);
      double q = r * sin;
      y[i] = q * cos;
      bits[i] = fma(-q, sin, r);
    }
  }

  private static double fma(double a, double b, double c) {
    return Math.fma(a, b, c);
  }
}
