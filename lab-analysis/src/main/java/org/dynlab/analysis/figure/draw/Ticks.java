package org.dynlab.analysis.figure.draw;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.curve.Decimals;

/** Where an axis has ticks and what stands there. */
public final class Ticks {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double ROUNDING = 1e-9;
  private static final double MOST_DECADES_WITH_2_AND_5 = 4.2;
  private static final int MOST_LABELLED_DECADES = 9;
  private static final int WANTED_ON_LINEAR_AXIS = 6;

  private Ticks() {}

  /** A tick; without a label it is a minor one. */
  public record Tick(double value, String label) {
    /** Whether it is longer and labelled. */
    public boolean major() {
      return !label.isEmpty();
    }
  }

  /** Every 1..9 times a power of ten; labelled at the powers, and at 2 and 5 if there is room. */
  static List<Tick> logarithmic(double low, double high) {
    double decades = Math.log10(high / low);
    int every = (int) Math.ceil(decades / MOST_LABELLED_DECADES);
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low) + ROUNDING);
    for (int exponent = first; exponent <= Math.log10(high) + ROUNDING; exponent++) {
      for (int digit = 1; digit <= 9; digit++) {
        double value = digit * Math.pow(10, exponent);
        boolean between = (digit == 2 || digit == 5) && decades < MOST_DECADES_WITH_2_AND_5;
        boolean labelled = between || (digit == 1 && Math.floorMod(exponent, every) == 0);
        if (value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING)) {
          ticks.add(new Tick(value, labelled ? power(digit, exponent) : ""));
        }
      }
    }
    return ticks;
  }

  /** In full from 0.001 to ten million, otherwise as a power: {@code 10⁻⁴}, {@code 2·10⁻⁴}. */
  static String power(int digit, int exponent) {
    if (exponent >= -3 && exponent <= 6) {
      return Decimals.plain(digit * Math.pow(10, exponent));
    }
    return (digit == 1 ? "" : digit + "·") + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  /** About six at multiples of 1, 2 or 5 times a power of ten. */
  static List<Tick> linear(double low, double high) {
    double step = niceStep((high - low) / WANTED_ON_LINEAR_AXIS);
    List<Tick> ticks = new ArrayList<>();
    long last = (long) Math.floor(high / step + ROUNDING);
    for (long i = (long) Math.ceil(low / step - ROUNDING); i <= last; i++) {
      double value = i * step;
      ticks.add(new Tick(value, Decimals.plain(value)));
    }
    return ticks;
  }

  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double leading = rough / power;
    double nice = leading <= 1.5 ? 1 : leading <= 3.5 ? 2 : leading <= 7.5 ? 5 : 10;
    return nice * power;
  }
}
