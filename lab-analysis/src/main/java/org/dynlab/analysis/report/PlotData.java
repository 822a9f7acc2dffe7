package org.dynlab.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.figure.draw.Axis;
import org.dynlab.analysis.figure.plot.Dot;
import org.dynlab.analysis.figure.plot.DotSet;
import org.dynlab.analysis.figure.plot.Plot;

/** The plots as JSON for the page's script. */
final class PlotData {
  private PlotData() {}

  static ArrayNode of(List<Plot> plots) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    plots.forEach(plot -> list.add(of(plot)));
    return list;
  }

  private static ObjectNode of(Plot plot) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", plot.id()).put("xTitle", plot.xTitle()).put("yTitle", plot.yTitle());
    node.set("x", of(plot.frame().across()));
    node.set("y", of(plot.frame().up()));
    ArrayNode sets = node.putArray("sets");
    plot.sets().forEach(set -> sets.add(of(set)));
    return node;
  }

  private static ObjectNode of(Axis axis) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("scale", axis.scale().name().toLowerCase(Locale.ROOT));
    node.set("low", JsonNumbers.of(axis.low()));
    node.set("high", JsonNumbers.of(axis.high()));
    return node;
  }

  private static ObjectNode of(DotSet set) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("label", set.look().label())
        .put("colour", set.look().colour())
        .put("dash", set.look().dash())
        .put("marker", set.look().marker());
    ArrayNode dots = node.putArray("dots");
    set.dots().forEach(dot -> dots.add(of(dot)));
    return node;
  }

  private static ObjectNode of(Dot dot) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("x", JsonNumbers.of(dot.x()));
    node.set("y", JsonNumbers.of(dot.y()));
    node.set("low", JsonNumbers.of(dot.low()));
    node.set("high", JsonNumbers.of(dot.high()));
    return node.put("text", dot.text());
  }
}
