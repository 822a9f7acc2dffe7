package org.dynlab.optim.descent;

/**
 * Keeps decaying averages out of the subnormal numbers. A parameter whose gradient has become
 * exactly zero (a dead unit) leaves averages that shrink geometrically until they are below 2⁻¹⁰²²,
 * where rounding stops them and where processors calculate several times slower. Flushed, they stop
 * at zero or a small multiple of 2⁻¹⁰¹².
 */
public final class Subnormals {
  private static final double TINY = 0x1p-960;

  private Subnormals() {}

  /**
   * {@code x} itself for |x| ≥ 2⁻⁹⁰⁶ (10⁻²⁷³) and within 2⁻¹⁰¹² of it otherwise; the result is zero
   * or normal. No branch, so that loops stay vectorised.
   */
  public static double flush(double x) {
    return (x + TINY) - TINY;
  }
}
