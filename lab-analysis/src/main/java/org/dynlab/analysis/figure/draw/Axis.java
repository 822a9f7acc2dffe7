package org.dynlab.analysis.figure.draw;

import java.util.List;
import org.dynlab.analysis.figure.draw.Ticks.Tick;

/**
 * One axis and the range it shows, {@code low < high}. A linear one leaves a little air around the
 * data and starts at 0 if they come near it.
 */
public record Axis(Scale scale, double low, double high) {
  private static final double AIR = 0.03;
  private static final double SHARE_AIR = 0.02;
  private static final double LOG_AIR = 1.15;
  private static final double NEAR_ZERO = 0.35;

  /** The axis that shows values from {@code least} to {@code most}, with air. */
  public static Axis around(Scale scale, double least, double most) {
    return switch (scale) {
      case SHARE -> new Axis(scale, -SHARE_AIR, 1 + SHARE_AIR);
      case LOG -> new Axis(scale, least / LOG_AIR, most * LOG_AIR);
      case LINEAR -> linear(least, most);
    };
  }

  private static Axis linear(double least, double most) {
    double air = least == most ? Math.max(1, AIR * Math.abs(most)) : AIR * (most - least);
    boolean fromZero = least >= 0 && least < NEAR_ZERO * most;
    return new Axis(Scale.LINEAR, fromZero ? 0 : least - air, most + air);
  }

  /** Position of a value from 0 (low end) to 1 (high end), held within the axis. */
  public double position(double value) {
    double held = Math.max(low, Math.min(high, value));
    return scale == Scale.LOG
        ? Math.log(held / low) / Math.log(high / low)
        : (held - low) / (high - low);
  }

  /** Where it has ticks. */
  public List<Tick> ticks() {
    return scale == Scale.LOG ? Ticks.logarithmic(low, high) : Ticks.linear(low, high);
  }
}
