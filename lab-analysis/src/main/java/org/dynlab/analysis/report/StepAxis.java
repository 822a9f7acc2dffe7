package org.dynlab.analysis.report;

import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.draw.Ticks.Tick;
import org.dynlab.analysis.figure.map.Spot;

/**
 * The axis of training steps below a picture, as inline SVG.
 *
 * @param left where it begins, in pixels
 * @param width how long it is
 */
record StepAxis(Axis axis, double left, double width) {
  /** What the axis takes below the picture. */
  static final double FOOT = 44;

  /** The axis at that height. */
  String at(double y) {
    StringBuilder text = new StringBuilder("<g class=\"axis\" aria-hidden=\"true\">");
    text.append(Svg.rect(left, y, width, 1, ""));
    for (Tick tick : axis.ticks()) {
      double x = left + axis.position(tick.value()) * width;
      text.append(Svg.rect(x - 0.5, y, 1, tick.major() ? 6 : 3, ""));
      if (tick.major()) {
        text.append(Svg.text(new Spot(x, y + 15), "when", tick.label()));
      }
    }
    text.append(Svg.text(new Spot(left + width / 2, y + 34), "role", "training step"));
    return text.append("</g>\n").toString();
  }
}
