package org.dynlab.analysis.report;

import java.util.stream.Collectors;
import org.dynlab.analysis.figure.map.Bow;
import org.dynlab.analysis.figure.map.MapLayout;
import org.dynlab.analysis.figure.map.Node;
import org.dynlab.analysis.figure.map.Spot;
import org.dynlab.analysis.figure.map.Way;

/** A training map as inline SVG: states and ways can be focused and say their numbers. */
final class MapSvg {
  private static final int COLOURS = 7;
  private final MapLayout layout;
  private final int runs;

  /** The map of that many runs. */
  MapSvg(MapLayout layout, int runs) {
    this.layout = layout;
    this.runs = runs;
  }

  String svg(String label) {
    return Svg.open(layout.width(), layout.height(), label)
        + layout.ways().stream().map(this::way).collect(Collectors.joining("\n", "", "\n"))
        + layout.nodes().stream().map(this::node).collect(Collectors.joining("\n", "", "\n"))
        + "</svg>";
  }

  private String way(Way way) {
    Bow bow = way.bow();
    String path = "M" + pair(bow.start()) + "Q" + pair(bow.control()) + " " + pair(bow.end());
    return Svg.saying("way", StateWords.of(way, runs))
        + "<path class=\"reach\" d=\""
        + path
        + "\"/><path class=\"line\" d=\""
        + path
        + "\" stroke-width=\""
        + Svg.px(way.width())
        + "\"/>"
        + Svg.polygon(bow.head(), "")
        + Svg.rect(
            way.label().left(),
            way.label().top(),
            way.label().width(),
            way.label().height(),
            "class=\"ground\"")
        + Svg.text(way.label().middle(), "probability", way.text())
        + "</g>";
  }

  private static String pair(Spot spot) {
    return Svg.px(spot.x()) + " " + Svg.px(spot.y());
  }

  private String node(Node node) {
    int state = node.state().state();
    StringBuilder text = new StringBuilder(Svg.saying("state", StateWords.of(node, runs)));
    String colour = "style=\"--own:" + colour(state) + "\"";
    String dash = node.dashed() ? " stroke-dasharray=\"5 4\"" : "";
    text.append(shape(node, node.radius(), "class=\"ground\""))
        .append(shape(node, node.radius(), "class=\"body\" " + colour + dash));
    if (node.start()) {
      text.append(shape(node, node.radius() - Node.RING, "class=\"ring\" " + colour));
    }
    text.append(Svg.text(node.centre(), "number", String.valueOf(state)));
    Spot line = node.firstLine();
    if (!node.role().isEmpty()) {
      text.append(Svg.text(line, "role", node.role()));
      line = new Spot(line.x(), line.y() + Node.LINE);
    }
    return text.append(Svg.text(line, "when", node.when())).append("</g>").toString();
  }

  private static String shape(Node node, double radius, String more) {
    return node.diamond()
        ? Svg.polygon(node.corners(radius), more)
        : "<circle cx=\""
            + Svg.px(node.centre().x())
            + "\" cy=\""
            + Svg.px(node.centre().y())
            + "\" r=\""
            + Svg.px(radius)
            + "\" "
            + more
            + "/>";
  }

  static String colour(int state) {
    return "var(--c" + state % COLOURS + ")";
  }
}
