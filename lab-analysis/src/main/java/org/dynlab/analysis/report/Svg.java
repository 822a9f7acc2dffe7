package org.dynlab.analysis.report;

import java.util.List;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.figure.map.Spot;

/** Pieces of inline SVG; all colours come from the page's style sheet. */
final class Svg {
  private static final double TENTHS = 10;

  private Svg() {}

  /** A length in pixels, rounded to tenths. */
  static String px(double value) {
    return Decimals.plain(Math.round(value * TENTHS) / TENTHS);
  }

  static String open(double width, double height, String label) {
    return String.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\""
            + " height=\"%s\" role=\"group\" aria-label=\"%s\">%n",
        px(width), px(height), px(width), px(height), Html.escape(label));
  }

  static String rect(double x, double y, double width, double height, String more) {
    return "<rect x=\""
        + px(x)
        + "\" y=\""
        + px(y)
        + "\" width=\""
        + px(width)
        + "\" height=\""
        + px(height)
        + "\""
        + (more.isEmpty() ? "" : " " + more)
        + "/>";
  }

  /** Text with its middle there. */
  static String text(Spot middle, String kind, String text) {
    return "<text class=\""
        + kind
        + "\" x=\""
        + px(middle.x())
        + "\" y=\""
        + px(middle.y())
        + "\" dy=\".35em\">"
        + Html.escape(text)
        + "</text>";
  }

  static String polygon(List<Spot> corners, String more) {
    return "<polygon points=\""
        + corners.stream().map(c -> px(c.x()) + "," + px(c.y())).collect(Collectors.joining(" "))
        + "\""
        + (more.isEmpty() ? "" : " " + more)
        + "/>";
  }

  /** The opening of a group that can be focused and says something. */
  static String saying(String kind, String words) {
    String escaped = Html.escape(words);
    return "<g class=\""
        + kind
        + "\" tabindex=\"0\" role=\"img\" aria-label=\""
        + escaped
        + "\"><title>"
        + escaped
        + "</title>";
  }
}
