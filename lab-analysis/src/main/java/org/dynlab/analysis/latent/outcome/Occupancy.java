package org.dynlab.analysis.latent.outcome;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.Design;

/** How many rows each run spends in each state: a bag of states. */
public final class Occupancy {
  private final int states;
  private final double[][] rows;

  /**
   * Counts the rows of paths.
   *
   * @param paths states by run and row
   * @param states how many there are
   */
  public Occupancy(List<int[]> paths, int states) {
    this.states = states;
    this.rows = new double[paths.size()][states];
    for (int run = 0; run < paths.size(); run++) {
      for (int state : paths.get(run)) {
        rows[run][state]++;
      }
    }
  }

  /** How many. */
  public int runs() {
    return rows.length;
  }

  /** How many, visited or not. */
  public int states() {
    return states;
  }

  boolean visits(int run, int state) {
    return rows[run][state] > 0;
  }

  /** Share of a run's rows in states 0 to {@code last}. */
  public double cumulated(int run, int last) {
    double all = 0;
    double upTo = 0;
    for (int state = 0; state < states; state++) {
      all += rows[run][state];
      upTo += state <= last ? rows[run][state] : 0;
    }
    return upTo / all;
  }

  /** Share of a run's rows in a state. */
  public double share(int run, int state) {
    double before = state == 0 ? 0 : cumulated(run, state - 1);
    return cumulated(run, state) - before;
  }

  /**
   * The counts of these runs as columns of a regression; states that none of them visits are left
   * out.
   */
  Design design(int[] chosen) {
    int[] visited =
        IntStream.range(0, states)
            .filter(state -> IntStream.of(chosen).anyMatch(run -> visits(run, state)))
            .toArray();
    double[][] cells = new double[chosen.length][visited.length];
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < visited.length; j++) {
        cells[i][j] = rows[chosen[i]][visited[j]];
      }
    }
    return Design.of(IntStream.of(visited).mapToObj(Occupancy::name).toList(), cells);
  }

  static String name(int state) {
    return "state " + state;
  }
}
