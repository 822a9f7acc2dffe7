package org.dynlab.analysis.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.Caveats;

/** What readers must know before anything else, in a box at the top of the page. */
final class CaveatBox {
  private CaveatBox() {}

  /** The box; empty if there is nothing to warn of. */
  static String html(Caveats caveats) {
    if (caveats.entries().isEmpty()) {
      return "";
    }
    String entries =
        caveats.entries().stream().map(CaveatBox::item).collect(Collectors.joining("\n"));
    return new Template(Template.resource("caveats.html")).fill(Map.of("entries", entries));
  }

  private static String item(Caveats.Entry entry) {
    return "<li><strong>⚠ "
        + Html.escape(entry.caveat().name())
        + "</strong> · "
        + Html.escape(entry.whom())
        + "<br>"
        + Html.escape(entry.caveat().meaning())
        + "</li>";
  }
}
