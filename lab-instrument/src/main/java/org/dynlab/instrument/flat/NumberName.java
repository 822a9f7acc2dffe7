package org.dynlab.instrument.flat;

import java.math.BigDecimal;

/** Numbers as parts of names of columns. */
public final class NumberName {
  private NumberName() {}

  /** Shortest whole mantissa and exponent: {@code 1e-6}, {@code 25e-5}, {@code 7e-2}. */
  public static String of(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return exact.unscaledValue() + "e" + -exact.scale();
  }
}
