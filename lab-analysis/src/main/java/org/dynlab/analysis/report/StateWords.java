package org.dynlab.analysis.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.figure.map.Node;
import org.dynlab.analysis.figure.map.Ribbon;
import org.dynlab.analysis.figure.map.Ribbon.Stay;
import org.dynlab.analysis.figure.map.Way;
import org.dynlab.analysis.hmm.map.MapEdge;
import org.dynlab.analysis.hmm.map.MapState;
import org.dynlab.analysis.latent.outcome.Convergence;

/** What the parts of a training map and its ribbons say when pointed at. */
final class StateWords {
  private static final int TOP_FEATURES = 3;

  private StateWords() {}

  static String of(Node node, int runs) {
    MapState state = node.state();
    return "State "
        + state.state()
        + (node.role().isEmpty() ? "" : " (" + node.role() + ")")
        + ": visited by "
        + state.runs()
        + " of "
        + runs
        + " runs, first at step "
        + Math.round(node.firstStep())
        + " on average, holds "
        + percent(state.meanShare())
        + " of rows; "
        + state.starts()
        + " runs start here; probability to stay "
        + Decimals.plain(state.stay())
        + node.effect()
            .map(e -> "; visitors converge " + e.delay().text() + " rows later than others")
            .orElse("")
        + ".";
  }

  static String of(Way way, int runs) {
    MapEdge edge = way.edge();
    return "Way "
        + edge.from()
        + " → "
        + edge.to()
        + ": taken by "
        + edge.runs()
        + " of "
        + runs
        + " runs ("
        + percent(edge.shareOfRuns())
        + "), "
        + edge.taken()
        + " times in all, at step "
        + Math.round(edge.meanStep())
        + " ± "
        + Math.round(edge.stdStep())
        + " (mean ± std); probability "
        + Decimals.plain(edge.probability())
        + ". Most important features: "
        + edge.features().stream()
            .limit(TOP_FEATURES)
            .map(StateWords::of)
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String of(MapEdge.Feature feature) {
    return String.format(
        Locale.ROOT,
        "%s moves by %+.2f z (importance %.3g)",
        feature.column(),
        feature.movement(),
        feature.importance());
  }

  static String of(Stay stay) {
    return "State " + stay.state() + ", steps " + stay.firstStep() + " to " + stay.lastStep();
  }

  static String of(Ribbon ribbon) {
    String end = ribbon.convergence().map(StateWords::of).orElse("");
    return ribbon.run() + end;
  }

  private static String of(Convergence convergence) {
    return convergence.reached()
        ? ", reaches the target at step " + convergence.step()
        : ", does not reach the target by step " + convergence.step();
  }

  private static String percent(double share) {
    return Decimals.plain(Math.round(1000 * share) / 10.0) + " %";
  }
}
