package org.dynlab.core.random;

/**
 * Pairs of normals from random bits: x = r cos φ and y = r sin φ with r² = -2 ln u and φ uniform on
 * the circle (Box and Muller 1958, doi:10.1214/aoms/1177706645).
 *
 * <p>A pair of {@link PairBits} is a mantissa w in [1, 2) and an octave k, so that u = 2⁻ᵏ⁻¹ w. The
 * angle is how far w lies from the next multiple of 2⁻²³, in turns of 2⁻²³; with d = w - 2
 *
 * <pre>
 * r² = 2k ln 2 - 2 ln(1 + d/2)
 * x = r (1 - 2 sin² φ/2),   y = 2 r sin φ/2 cos φ/2,   |φ/2| ≤ π/2
 * </pre>
 *
 * <p>Logarithm, sine and cosine are minimax polynomials in d and φ² (Lawson's iteration at 400
 * Chebyshev nodes, 40 digits; that of the logarithm for the error of r and without a constant term,
 * so that r is right where it vanishes), with errors of at most 4.7e-8 in r, 3.4e-9 and 2.2e-10;
 * each normal is within 1.1e-7 of the exact pair's. One loop without branches, of which the
 * compiler makes vectors; {@code fma} keeps it short enough for that.
 */
final class BoxMuller {
  /** Adding and subtracting it rounds to multiples of 2⁻²³. */
  private static final double ROUND = 0x1.8p29;

  /** 2 ln 2 per unit of the last place of a number in [1, 2), in which octaves are counted. */
  private static final double OCTAVE = 2 * 0.6931471805599453 * 0x1p52;

  /** -2 ln(1 + d/2) / d. */
  private static final double Q0 = -0x1.ffffcc273b147p-1;

  private static final double Q1 = 0x1.0012804700c91p-2;
  private static final double Q2 = -0x1.518259167c332p-4;
  private static final double Q3 = 0x1.2ce52de2dbf3cp-5;
  private static final double Q4 = 0x1.15309fb2a3f8dp-8;
  private static final double Q5 = 0x1.0ffb4f0195a96p-5;
  private static final double Q6 = 0x1.7380ac3f47603p-6;
  private static final double Q7 = 0x1.61d8e5fb52a43p-7;

  /** √2 sin(πa)/α with a in turns and α = 2⁻²³ a. */
  private static final double S0 = 0x1.1c58313e28a7cp2 * 0x1p23;

  private static final double S1 = -0x1.d3ba391b87cdfp2 * 0x1p69;
  private static final double S2 = 0x1.cd9ae06829dabp1 * 0x1p115;
  private static final double S3 = -0x1.b107ed1b57b0cp-1 * 0x1p161;
  private static final double S4 = 0x1.bf4e88b490365p-4 * 0x1p207;

  /** √2 cos(πa). */
  private static final double C0 = 0x1.6a09e6669eed7p0;

  private static final double C1 = -0x1.bea5b5a70b20ap2 * 0x1p46;
  private static final double C2 = 0x1.6f5a3821261d2p2 * 0x1p92;
  private static final double C3 = -0x1.e365fd98657b3p0 * 0x1p138;
  private static final double C4 = 0x1.5439d771023d8p-2 * 0x1p184;
  private static final double C5 = -0x1.1aa4568c01ad7p-5 * 0x1p230;

  private BoxMuller() {}

  /**
   * The normals of {@value PairBits#PAIRS} pairs, in place.
   *
   * @param pairs from {@code from} on, in: the mantissas and behind them the octaves of {@link
   *     PairBits}; out: x and behind them y
   */
  static void normals(double[] pairs, int from) {
    for (int i = from; i < from + PairBits.PAIRS; i++) {
      double w = pairs[i];
      double octave = pairs[i + PairBits.PAIRS];
      double a = w - ((w + ROUND) - ROUND);
      double d = w - 2;
      double log =
          fma(d, fma(d, fma(d, fma(d, fma(d, fma(d, fma(d, Q7, Q6), Q5), Q4), Q3), Q2), Q1), Q0);
      double r = Math.sqrt(fma(d, log, fma(octave, OCTAVE, -OCTAVE)));
      double z = a * a;
      double sin = a * fma(z, fma(z, fma(z, fma(z, S4, S3), S2), S1), S0);
      double cos = fma(z, fma(z, fma(z, fma(z, fma(z, C5, C4), C3), C2), C1), C0);
      double q = r * sin;
      pairs[i] = fma(-q, sin, r);
      pairs[i + PairBits.PAIRS] = q * cos;
    }
  }

  private static double fma(double a, double b, double c) {
    return Math.fma(a, b, c);
  }
}
