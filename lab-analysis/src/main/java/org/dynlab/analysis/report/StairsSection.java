package org.dynlab.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.staircase.RankAndLoss;
import org.dynlab.analysis.staircase.Staircases;

/** Pictures of the stairs of an arm, one for each rank. */
final class StairsSection {
  private static final int MOST_RUNS = 20;

  /** Of all ranks and arms of a page together, so that it stays light. */
  private static final int RUNS_IN_ALL = 160;

  private StairsSection() {}

  /**
   * The pictures.
   *
   * @param inPage how many ranks have pictures on the page, those of other arms among them
   */
  static String html(List<Staircases> all, int inPage) {
    int each = Math.max(1, Math.min(MOST_RUNS, RUNS_IN_ALL / Math.max(1, inPage)));
    return all.stream()
        .limit(RUNS_IN_ALL)
        .map(stairs -> figure(stairs, each))
        .collect(Collectors.joining("\n"));
  }

  private static String figure(Staircases stairs, int most) {
    List<RankAndLoss> shown =
        stairs.runs().stream().filter(StairsSection::hasPicture).limit(most).toList();
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
                    : "Drawn: the first "
                        + (shown.size() == 1 ? "run" : shown.size() + " runs")
                        + " of "
                        + stairs.runs().size()
                        + "; the table has all of them."));
  }

  private static boolean hasPicture(RankAndLoss run) {
    return run.ranks().size() > 0 && run.losses().firstWhere(loss -> loss > 0).isPresent();
  }
}
