package org.dynlab.tasks;

import java.math.BigDecimal;
import org.dynlab.core.describe.Checks;

/** Shares of a whole number of things, rounded down as the decimal number is written. */
public final class Share {

  private Share() {}

  /**
   * floor(fraction · whole), the product being that of the decimal number as written: 0.29 of 100
   * is 29, although the double product lies just below.
   */
  public static int of(double fraction, int whole) {
    return BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(whole)).intValue();
  }

  /**
   * A train share must leave something on both sides.
   *
   * @param things what is divided, in the plural
   */
  static void checkTrainFraction(Checks checks, double fraction, int whole, String things) {
    if (fraction > 0 && fraction < 1) {
      checks.that(
          of(fraction, whole) >= 1,
          "trainFraction",
          "must give at least one train example",
          fraction,
          "there are " + whole + " " + things + ", and the share is rounded down");
    } else {
      checks.strictlyBetween("trainFraction", fraction, 0, 1);
    }
  }
}
