package org.dynlab.analysis.hmm.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.model.Path;

/** Where the paths of runs change states. */
final class Passages {
  private final List<Path> paths;

  Passages(List<Path> paths) {
    this.paths = paths;
  }

  /**
   * One change.
   *
   * @param row the first one in {@code to}
   */
  record Passage(int run, int row, int from, int to) {}

  /** All changes, run by run. */
  List<Passage> all() {
    List<Passage> all = new ArrayList<>();
    for (int run = 0; run < paths.size(); run++) {
      Path path = paths.get(run);
      for (int t = 1; t < path.length(); t++) {
        if (path.state(t) != path.state(t - 1)) {
          all.add(new Passage(run, t, path.state(t - 1), path.state(t)));
        }
      }
    }
    return all;
  }

  /**
   * The states in the order of their mean first row over the runs that visit them; of equals the
   * one that comes first when the paths are read one after the other. States that no run visits
   * come last, in the order of their means' columns.
   */
  static int[] order(List<Path> paths, int states, Comparator<Integer> unvisited) {
    double[] rows = new double[states];
    int[] runs = new int[states];
    List<Integer> read = new ArrayList<>();
    for (Path path : paths) {
      boolean[] seen = new boolean[states];
      for (int t = 0; t < path.length(); t++) {
        int state = path.state(t);
        if (!seen[state]) {
          seen[state] = true;
          rows[state] += t;
          runs[state]++;
        }
        if (!read.contains(state)) {
          read.add(state);
        }
      }
    }
    List<Integer> order = new ArrayList<>(read);
    order.sort(Comparator.comparingDouble(state -> rows[state] / runs[state]));
    IntStream.range(0, states)
        .boxed()
        .filter(state -> runs[state] == 0)
        .sorted(unvisited)
        .forEach(order::add);
    return order.stream().mapToInt(state -> state).toArray();
  }

  /** The states a path comes through, each stay once. */
  static List<Integer> stations(Path path) {
    List<Integer> stations = new ArrayList<>();
    for (int t = 0; t < path.length(); t++) {
      if (t == 0 || path.state(t) != path.state(t - 1)) {
        stations.add(path.state(t));
      }
    }
    return stations;
  }
}
