package org.dynlab.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.staircase.RankAndLoss;
import org.dynlab.analysis.staircase.Staircases;

/** Pictures of the stairs of an arm, one for each rank. */
final class StairsSection {
  private static final int MOST_RUNS = 20;

  private StairsSection() {}

  static String html(List<Staircases> all) {
    return all.stream().map(StairsSection::figure).collect(Collectors.joining("\n"));
  }

  private static String figure(Staircases stairs) {
    List<RankAndLoss> shown =
        stairs.runs().stream().filter(StairsSection::hasPicture).limit(MOST_RUNS).toList();
    if (shown.isEmpty()) {
      return "";
    }
    int others = stairs.runs().size() - shown.size();
    return new Template(Template.resource("stairs.html"))
        .fill(
            Map.of(
                "rank",
                Html.escape(stairs.rank()),
                "stairs",
                new StairsSvg(shown).svg("Rank and loss of " + stairs.arm() + ", " + stairs.rank()),
                "undrawn",
                others == 0
                    ? ""
                    : "The first " + shown.size() + " runs are drawn; the table has all of them."));
  }

  private static boolean hasPicture(RankAndLoss run) {
    return run.ranks().size() > 0 && run.losses().firstWhere(loss -> loss > 0).isPresent();
  }
}
