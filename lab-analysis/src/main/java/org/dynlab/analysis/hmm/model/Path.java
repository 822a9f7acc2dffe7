package org.dynlab.analysis.hmm.model;

import java.util.Arrays;

/** The likeliest sequence of states of one run. Immutable. */
public final class Path {
  private final String run;
  private final int[] states;
  private final double logProbability;

  Path(String run, int[] states, double logProbability) {
    this.run = run;
    this.states = states;
    this.logProbability = logProbability;
  }

  /** The run. */
  public String run() {
    return run;
  }

  /** Number of rows, T. */
  public int length() {
    return states.length;
  }

  /** The state of row t. */
  public int state(int t) {
    return states[t];
  }

  /** A copy of the states. */
  public int[] states() {
    return states.clone();
  }

  /** ln p(states, rows), natural log. */
  public double logProbability() {
    return logProbability;
  }

  /** The same path where old state s has the number names[s]. */
  public Path renamed(int[] names) {
    int[] others = Arrays.stream(states).map(state -> names[state]).toArray();
    return new Path(run, others, logProbability);
  }
}
