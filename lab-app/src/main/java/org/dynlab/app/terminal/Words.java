package org.dynlab.app.terminal;

import java.util.Locale;

/** Numbers as people write them. */
public final class Words {
  private Words() {}

  /** e.g. {@code 1 run}, {@code 5 runs}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Four significant digits; {@code -} where there is no number. */
  public static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }
}
