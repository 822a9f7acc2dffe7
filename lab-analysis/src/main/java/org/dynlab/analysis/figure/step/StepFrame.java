package org.dynlab.analysis.figure.step;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.Scale;

/**
 * The axes of a panel: steps end where the data end; where runs are drawn they decide how high it
 * is, not the bands.
 */
final class StepFrame {
  private StepFrame() {}

  static Frame of(Scale scale, List<Line> lines) {
    long[] steps = lines.stream().flatMapToLong(StepFrame::steps).sorted().toArray();
    double[] values =
        lines.stream().flatMapToDouble(StepFrame::values).filter(scale::shows).sorted().toArray();
    double first = (double) steps[0];
    double last = Math.max((double) steps[steps.length - 1], 2 * first);
    return new Frame(
        new Axis(Scale.LOG, first, last), Axis.around(scale, values[0], values[values.length - 1]));
  }

  private static LongStream steps(Line line) {
    if (line.runs().isEmpty()) {
      return line.band().points().stream().mapToLong(MeanBand.Point::step);
    }
    return line.runs().stream()
        .map(Line.RunCurve::curve)
        .flatMapToLong(curve -> LongStream.of(curve.step(0), curve.step(curve.size() - 1)));
  }

  private static DoubleStream values(Line line) {
    if (line.stairs()) {
      return line.band().points().stream().mapToDouble(MeanBand.Point::mean);
    } else if (line.runs().isEmpty()) {
      return line.band().points().stream()
          .flatMapToDouble(point -> DoubleStream.of(point.mean(), point.low(), point.high()));
    }
    return line.runs().stream().map(Line.RunCurve::curve).flatMapToDouble(StepFrame::values);
  }

  private static DoubleStream values(Curve curve) {
    return IntStream.range(0, curve.size()).mapToDouble(curve::value);
  }
}
