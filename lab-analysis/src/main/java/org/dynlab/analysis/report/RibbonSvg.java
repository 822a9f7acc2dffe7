package org.dynlab.analysis.report;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.figure.map.Hatch;
import org.dynlab.analysis.figure.map.Ribbon;
import org.dynlab.analysis.figure.map.Ribbon.Stay;
import org.dynlab.analysis.figure.map.RibbonLayout;
import org.dynlab.analysis.figure.map.Spot;

/** The paths of runs as inline SVG, a row per run. */
final class RibbonSvg {
  private static final double TOP = 4;
  private static final double RIGHT = 16;
  private final RibbonLayout layout;
  private final String id;

  /**
   * The paths.
   *
   * @param id a word, unique within the page
   */
  RibbonSvg(RibbonLayout layout, String id) {
    this.layout = layout;
    this.id = id;
  }

  String svg(String label) {
    double width = RibbonLayout.NAMES + RibbonLayout.WIDTH + RIGHT;
    return Svg.open(width, TOP + layout.height() + StepAxis.FOOT, label)
        + patterns()
        + IntStream.range(0, layout.ribbons().size())
            .mapToObj(row -> ribbon(layout.ribbons().get(row), TOP + row * RibbonLayout.ROW))
            .collect(Collectors.joining("\n", "", "\n"))
        + new StepAxis(layout.axis(), x(0), RibbonLayout.WIDTH).at(TOP + layout.height())
        + "</svg>";
  }

  /** The swatch of every state with its number. */
  String legend() {
    return IntStream.range(0, layout.states())
        .mapToObj(
            state ->
                "<span class=\"swatch\"><svg width=\"28\" height=\"14\" aria-hidden=\"true\">"
                    + Svg.rect(0, 0, 28, 14, fill(state))
                    + "</svg> state "
                    + state
                    + "</span>")
        .collect(Collectors.joining(" ", "<p class=\"swatches\">", "</p>\n"));
  }

  private String patterns() {
    return IntStream.range(0, layout.states())
        .mapToObj(this::pattern)
        .collect(Collectors.joining("\n", "<defs>\n", "\n</defs>\n"));
  }

  private String pattern(int state) {
    String size = "width=\"" + Hatch.TILE + "\" height=\"" + Hatch.TILE + "\"";
    return "<pattern id=\""
        + name(state)
        + "\" patternUnits=\"userSpaceOnUse\" "
        + size
        + " style=\"--own:"
        + MapSvg.colour(state)
        + "\"><rect class=\"body\" "
        + size
        + "/><path class=\"hatch\" d=\""
        + Hatch.of(state).tile()
        + "\"/></pattern>";
  }

  private String name(int state) {
    return id + "-" + state;
  }

  private String fill(int state) {
    return "fill=\"url(#" + name(state) + ")\"";
  }

  private String ribbon(Ribbon ribbon, double top) {
    double middle = top + RibbonLayout.BAND / 2;
    StringBuilder text = new StringBuilder(Svg.saying("run", StateWords.of(ribbon)));
    text.append(Svg.text(new Spot(RibbonLayout.NAMES - 8, middle), "name", ribbon.shortName()));
    for (Stay stay : ribbon.stays()) {
      double width = x(stay.to()) - x(stay.from());
      text.append("<g><title>").append(Html.escape(StateWords.of(stay))).append("</title>");
      text.append(Svg.rect(x(stay.from()), top, width, RibbonLayout.BAND, fill(stay.state())));
      if (width >= RibbonLayout.ROOM_FOR_NUMBER) {
        Spot spot = new Spot(x(stay.from()) + width / 2, middle);
        text.append(Svg.text(spot, "number", String.valueOf(stay.state())));
      }
      text.append("</g>");
    }
    if (!Double.isNaN(ribbon.tick())) {
      double x = x(ribbon.tick()) - 1.5;
      text.append(Svg.rect(x, top - 1.5, 3, RibbonLayout.ROW, "class=\"tick\""));
    }
    return text.append("</g>").toString();
  }

  private static double x(double share) {
    return RibbonLayout.NAMES + share * RibbonLayout.WIDTH;
  }
}
