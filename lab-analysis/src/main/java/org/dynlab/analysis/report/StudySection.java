package org.dynlab.analysis.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.figure.map.MapLayout;
import org.dynlab.analysis.figure.map.RibbonLayout;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;

/** The pictures of a study of latent states: its map and the paths of its runs. */
final class StudySection {
  private StudySection() {}

  /**
   * Both pictures.
   *
   * @param id a word, unique within the page
   */
  static String html(LatentStudy study, String id) {
    MapLayout map = MapLayout.of(study);
    RibbonLayout ribbons = RibbonLayout.of(study);
    int runs = study.latent().map().paths().size();
    RibbonSvg ribbonSvg = new RibbonSvg(ribbons, id);
    return new Template(Template.resource("study.html"))
        .fill(
            Map.of(
                "map",
                new MapSvg(map, runs).svg("Training map of " + study.arm()),
                "unvisited",
                Html.escape(unvisited(map)),
                "ribbons",
                ribbonSvg.svg("States of the runs of " + study.arm()),
                "swatches",
                ribbonSvg.legend(),
                "target",
                Html.escape(target(study)),
                "undrawn",
                undrawn(ribbons)));
  }

  private static String unvisited(MapLayout map) {
    return map.unvisited().isEmpty()
        ? ""
        : "Not drawn, for no run visits them: state "
            + map.unvisited().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + ".";
  }

  private static String target(LatentStudy study) {
    return study
        .outcome()
        .map(Outcome::target)
        .map(
            target ->
                "The upright stroke marks the step at which the run reaches "
                    + target.words()
                    + "; the first to get there stands at the top, those that never do at the"
                    + " bottom.")
        .orElse("There is no target, so the rows stand in the order of the runs.");
  }

  private static String undrawn(RibbonLayout ribbons) {
    return ribbons.leftOut() == 0
        ? ""
        : ribbons.ribbons().size()
            + " rows are drawn, evenly spread over that order; "
            + ribbons.leftOut()
            + " runs have none. The table of runs has all of them.";
  }
}
