package org.dynlab.analysis.hmm.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.map.Passages.Passage;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.hmm.model.Viterbi;

/**
 * A fitted model as a map: the likeliest path of every run, the states they pass and the ways
 * between these that at least one run took.
 *
 * <p>States are renumbered in the order in which runs first visit them (by the mean row of first
 * visits, see {@link MapState#original} for the old number), so that the map does not depend on how
 * the model numbers them.
 *
 * @param model renumbered
 * @param states by number
 * @param edges between different states, by {@code from}, then {@code to}
 * @param paths of all runs, renumbered, in their order
 * @param shape whether all runs go the same way
 */
public record TrainingMap(
    GaussianHmm model, List<MapState> states, List<MapEdge> edges, List<Path> paths, Shape shape) {

  /** Copies the lists. */
  public TrainingMap {
    states = List.copyOf(states);
    edges = List.copyOf(edges);
    paths = List.copyOf(paths);
  }

  /** Whether all runs go the same way. */
  public enum Shape {
    /** All runs visit states in the same order; some may end before they have seen all. */
    LINEAR,
    /** At least two runs part, or begin in different states. */
    FORKING
  }

  /**
   * The map of these runs.
   *
   * @param scaled z-scores as the model was fitted to, usually of all runs, held-out ones included
   */
  public static TrainingMap of(GaussianHmm model, Sequences scaled, Importance importance) {
    List<Path> found = Viterbi.paths(model, scaled);
    int[] order = Passages.order(found, model.states(), byMeans(model));
    int[] names = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      names[order[k]] = k;
    }
    GaussianHmm renumbered = model.reordered(order);
    List<Path> paths = found.stream().map(path -> path.renamed(names)).toList();
    List<MapState> states =
        IntStream.range(0, order.length)
            .mapToObj(k -> state(k, order[k], renumbered, paths))
            .toList();
    List<MapEdge> edges =
        edges(renumbered, scaled, paths, new EdgeFeatures(renumbered, scaled, importance));
    return new TrainingMap(renumbered, states, edges, paths, shape(paths));
  }

  private static Comparator<Integer> byMeans(GaussianHmm model) {
    return (a, b) -> {
      int column = 0;
      while (column < model.width() - 1 && model.mean(a, column) == model.mean(b, column)) {
        column++;
      }
      return Double.compare(model.mean(a, column), model.mean(b, column));
    };
  }

  private static MapState state(int k, int original, GaussianHmm model, List<Path> paths) {
    double rows = 0;
    double share = 0;
    int runs = 0;
    int starts = 0;
    for (Path path : paths) {
      int own = (int) IntStream.of(path.states()).filter(state -> state == k).count();
      rows += own;
      share += (double) own / path.length();
      runs += own > 0 ? 1 : 0;
      starts += path.state(0) == k ? 1 : 0;
    }
    List<Double> means = IntStream.range(0, model.width()).mapToObj(i -> model.mean(k, i)).toList();
    return new MapState(
        k,
        original,
        model.transition(k, k),
        runs,
        starts,
        rows / paths.size(),
        share / paths.size(),
        means);
  }

  private static List<MapEdge> edges(
      GaussianHmm model, Sequences scaled, List<Path> paths, EdgeFeatures features) {
    Map<Integer, List<Passage>> byEdge =
        new Passages(paths)
            .all().stream()
                .collect(
                    Collectors.groupingBy(
                        p -> p.from() * model.states() + p.to(),
                        TreeMap::new,
                        Collectors.toList()));
    List<MapEdge> edges = new ArrayList<>();
    for (List<Passage> passages : byEdge.values()) {
      edges.add(edge(model, scaled, passages, features));
    }
    return edges;
  }

  private static MapEdge edge(
      GaussianHmm model, Sequences scaled, List<Passage> passages, EdgeFeatures features) {
    int from = passages.get(0).from();
    int to = passages.get(0).to();
    int runs = (int) passages.stream().mapToInt(Passage::run).distinct().count();
    double[] steps =
        passages.stream().mapToDouble(p -> (double) scaled.step(p.run(), p.row())).toArray();
    double mean = 0;
    for (double step : steps) {
      mean += step / steps.length;
    }
    double variance = 0;
    for (double step : steps) {
      variance += (step - mean) * (step - mean) / steps.length;
    }
    return new MapEdge(
        from,
        to,
        model.transition(from, to),
        runs,
        (double) runs / scaled.count(),
        passages.size(),
        mean,
        Math.sqrt(variance),
        features.of(passages));
  }

  private static Shape shape(List<Path> paths) {
    List<List<Integer>> all = paths.stream().map(Passages::stations).toList();
    List<Integer> longest = all.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    return all.stream().allMatch(one -> one.equals(longest.subList(0, one.size())))
        ? Shape.LINEAR
        : Shape.FORKING;
  }

  /**
   * How many different orders of states there are among the runs, not counting those that only end
   * before another one does: 1 if the map is linear.
   */
  public long orders() {
    List<List<Integer>> all = paths.stream().map(Passages::stations).distinct().toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> !one.equals(other) && begins(other, one)))
        .count();
  }

  private static boolean begins(List<Integer> longer, List<Integer> one) {
    return longer.size() >= one.size() && longer.subList(0, one.size()).equals(one);
  }

  /** The states in which runs begin. */
  public List<MapState> startStates() {
    return states.stream().filter(state -> state.starts() > 0).toList();
  }
}
