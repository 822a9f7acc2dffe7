package org.dynlab.analysis.figure.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.map.MapEdge;
import org.dynlab.analysis.hmm.map.MapState;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.outcome.StateEffect;

/**
 * Where the states and ways of a training map stand: states from left to right by the mean step of
 * first entry, moved apart where they would touch, and on lanes above each other so that ways keep
 * clear of states and words.
 *
 * @param nodes the states that runs visit
 * @param unvisited numbers of the states that no run visits, which are not drawn
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record MapLayout(
    List<Node> nodes, List<Way> ways, List<Integer> unvisited, double width, double height) {
  private static final double NARROWEST = 820;
  private static final double BETWEEN = 74;
  private static final double MARGIN = 14;

  /** Copies the lists. */
  public MapLayout {
    nodes = List.copyOf(nodes);
    ways = List.copyOf(ways);
    unvisited = List.copyOf(unvisited);
  }

  /** The layout of a study's map. */
  public static MapLayout of(LatentStudy study) {
    TrainingMap map = study.latent().map();
    List<Node> nodes = new ArrayList<>();
    List<Integer> unvisited = new ArrayList<>();
    for (MapState state : map.states()) {
      if (state.runs() == 0) {
        unvisited.add(state.state());
      } else {
        nodes.add(Node.of(state, firstStep(study, state.state()), effect(study, state.state())));
      }
    }
    nodes.sort(Comparator.comparingDouble(Node::firstStep));
    return framed(spread(nodes), map.edges(), unvisited);
  }

  private static Optional<StateEffect> effect(LatentStudy study, int state) {
    return study.outcome().map(Outcome::effects).orElse(List.of()).stream()
        .filter(effect -> effect.state() == state)
        .findFirst();
  }

  private static double firstStep(LatentStudy study, int state) {
    Sequences rows = study.features().sequences();
    List<Path> paths = study.latent().map().paths();
    double sum = 0;
    int visits = 0;
    for (int run = 0; run < paths.size(); run++) {
      Path path = paths.get(run);
      for (int t = 0; t < path.length(); t++) {
        if (path.state(t) == state) {
          sum += rows.step(run, t);
          visits++;
          break;
        }
      }
    }
    return sum / visits;
  }

  /** On the linear or the logarithmic scale, whichever sets neighbours further apart. */
  private static List<Node> spread(List<Node> nodes) {
    double[] linear = nodes.stream().mapToDouble(Node::firstStep).toArray();
    double[] log = nodes.stream().mapToDouble(node -> Math.log1p(node.firstStep())).toArray();
    double[] chosen = closest(linear) >= closest(log) ? linear : log;
    double[] gaps = new double[chosen.length];
    double needed = 0;
    for (int i = 1; i < gaps.length; i++) {
      gaps[i] = nodes.get(i - 1).radius() + nodes.get(i).radius() + BETWEEN;
      needed += gaps[i];
    }
    double width = Math.max(NARROWEST, needed);
    double first = chosen[0];
    double range = chosen[chosen.length - 1] - first;
    double[] x = new double[chosen.length];
    for (int i = 1; i < x.length; i++) {
      double wanted = range > 0 ? (chosen[i] - first) / range * width : 0;
      x[i] = Math.max(wanted, x[i - 1] + gaps[i]);
    }
    x[x.length - 1] = Math.min(x[x.length - 1], width);
    for (int i = x.length - 2; i >= 0; i--) {
      x[i] = Math.min(x[i], x[i + 1] - gaps[i + 1]);
    }
    List<Node> placed = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      placed.add(nodes.get(i).at(new Spot(x[i], 0)));
    }
    return placed;
  }

  /** The least distance of neighbours as a share of the whole. */
  private static double closest(double[] places) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < places.length; i++) {
      least = Math.min(least, places[i] - places[i - 1]);
    }
    return least / (places[places.length - 1] - places[0]);
  }

  private static MapLayout framed(List<Node> row, List<MapEdge> edges, List<Integer> unvisited) {
    Arrangement best = Arrangement.best(row, edges);
    Box frame = best.nodes().get(0).outline();
    for (Node node : best.nodes()) {
      frame = frame.with(node.outline()).with(node.caption());
    }
    for (Way way : best.ways()) {
      frame = frame.with(way.label());
      for (int i = 0; i <= Arrangement.PIECES; i++) {
        frame = frame.with(Box.around(way.bow().at((double) i / Arrangement.PIECES), 8, 8));
      }
    }
    Box all = frame.grown(MARGIN);
    return new MapLayout(
        best.nodes().stream()
            .map(node -> node.at(node.centre().plus(-all.left(), -all.top())))
            .toList(),
        best.ways().stream().map(way -> way.moved(-all.left(), -all.top())).toList(),
        unvisited,
        all.width(),
        all.height());
  }
}
