package org.dynlab.analysis.figure.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.Scale;

/**
 * One picture: numbers with intervals over another quantity.
 *
 * @param id file name without ending, and anchor in the report
 * @param title what is shown
 * @param xTitle the horizontal axis with its unit
 * @param yTitle the vertical axis with its unit
 * @param reading how to read it, and what the intervals are
 * @param sets at least one, each with at least one dot that has a place on both axes
 */
public record Plot(
    String id,
    String title,
    String xTitle,
    String yTitle,
    String reading,
    Scale x,
    Scale y,
    List<DotSet> sets) {

  /** Copies the list. */
  public Plot {
    sets = List.copyOf(sets);
  }

  /** The range of all dots and their intervals. */
  public Frame frame() {
    return new Frame(
        around(x, sets.stream().flatMap(s -> s.dots().stream()).mapToDouble(Dot::x)),
        around(y, sets.stream().flatMap(s -> s.dots().stream()).flatMapToDouble(Plot::heights)));
  }

  private static DoubleStream heights(Dot dot) {
    return DoubleStream.of(dot.y(), dot.low(), dot.high());
  }

  private static Axis around(Scale scale, DoubleStream values) {
    double[] shown = values.filter(scale::shows).sorted().toArray();
    Axis axis = Axis.around(scale, shown[0], shown[shown.length - 1]);
    boolean point = scale == Scale.LOG && shown[0] == shown[shown.length - 1];
    return point ? new Axis(scale, axis.low() / 2, axis.high() * 2) : axis;
  }
}
