package org.dynlab.analysis.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.Panel.Scale;

/**
 * The ranges of the two axes of a panel. Logarithmic axes end where the data end; a linear one
 * leaves a little air, and starts at 0 if the data come near it.
 */
record Frame(Scale scale, double left, double right, double bottom, double top) {
  private static final double AIR = 0.03;
  private static final double SHARE_AIR = 0.02;
  private static final double NEAR_ZERO = 0.35;

  static Frame of(Scale scale, List<Line> lines) {
    long[] steps = lines.stream().flatMapToLong(Frame::steps).sorted().toArray();
    double[] values =
        lines.stream().flatMapToDouble(Frame::values).filter(scale::shows).sorted().toArray();
    double left = (double) steps[0];
    double right = Math.max((double) steps[steps.length - 1], 2 * left);
    double low = values[0];
    double high = values[values.length - 1];
    return switch (scale) {
      case SHARE -> new Frame(scale, left, right, -SHARE_AIR, 1 + SHARE_AIR);
      case LOG -> new Frame(scale, left, right, low / 1.15, high * 1.15);
      case LINEAR -> linear(left, right, low, high);
    };
  }

  private static Frame linear(double left, double right, double low, double high) {
    double air = low == high ? Math.max(1, AIR * Math.abs(high)) : AIR * (high - low);
    boolean fromZero = low >= 0 && low < NEAR_ZERO * high;
    return new Frame(Scale.LINEAR, left, right, fromZero ? 0 : low - air, high + air);
  }

  private static LongStream steps(Line line) {
    if (line.stairs()) {
      return line.band().points().stream().mapToLong(MeanBand.Point::step);
    }
    return line.runs().stream()
        .map(Line.RunCurve::curve)
        .flatMapToLong(curve -> LongStream.of(curve.step(0), curve.step(curve.size() - 1)));
  }

  /** The runs decide; a band may reach beyond the frame. */
  private static DoubleStream values(Line line) {
    if (line.stairs()) {
      return line.band().points().stream().mapToDouble(MeanBand.Point::mean);
    }
    return line.runs().stream()
        .map(Line.RunCurve::curve)
        .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::value));
  }

  /** Position of a step from 0 (left) to 1 (right). */
  double across(double step) {
    return Math.log(step / left) / Math.log(right / left);
  }

  /** Position of a value from 0 (bottom) to 1 (top), held within the frame. */
  double up(double value) {
    double held = Math.max(bottom, Math.min(top, value));
    return scale == Scale.LOG
        ? Math.log(held / bottom) / Math.log(top / bottom)
        : (held - bottom) / (top - bottom);
  }
}
