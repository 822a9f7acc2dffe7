package org.dynlab.analysis.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.claim.ArmVerdict;
import org.dynlab.analysis.claim.Result;
import org.dynlab.analysis.claim.Verdict;

/** The verdicts as a table; each result is a word and a sign, not only a colour. */
final class Verdicts {
  private Verdicts() {}

  static String table(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "<p>The experiment makes no claims.</p>";
    }
    String rows = verdicts.stream().map(Verdicts::rows).collect(Collectors.joining("\n"));
    return new Template(Template.resource("verdicts.html")).fill(Map.of("rows", rows));
  }

  private static String rows(Verdict verdict) {
    int arms = Math.max(1, verdict.arms().size());
    String span = arms == 1 ? "" : " rowspan=\"" + arms + "\"";
    String head =
        "<th scope=\"row\""
            + span
            + ">"
            + badge(verdict.result())
            + "</th><td"
            + span
            + "><strong>"
            + Html.escape(verdict.claim())
            + "</strong><br><small>"
            + Html.escape(verdict.asked())
            + "</small></td>";
    if (verdict.arms().isEmpty()) {
      return "<tr>" + head + "<td></td><td>no run</td><td></td></tr>";
    }
    return verdict.arms().stream()
        .map(arm -> arm(arm, arms > 1))
        .collect(Collectors.joining("</tr>\n<tr>", "<tr>" + head, "</tr>"));
  }

  private static String arm(ArmVerdict arm, boolean named) {
    String name = named ? Html.escape(arm.arm()) + " " + badge(arm.result()) : "all";
    return "<td>"
        + name
        + "</td><td class=\"number\">"
        + Html.escape(arm.numbers())
        + "</td><td class=\"number\">"
        + Html.escape(arm.share())
        + "</td>";
  }

  private static String badge(Result result) {
    String sign =
        switch (result) {
          case PASS -> "✓";
          case FAIL -> "✗";
          case UNDECIDED -> "?";
        };
    String word = result.name().toLowerCase(Locale.ROOT);
    return "<span class=\"badge "
        + word
        + "\"><span aria-hidden=\"true\">"
        + sign
        + "</span> "
        + word
        + "</span>";
  }
}
