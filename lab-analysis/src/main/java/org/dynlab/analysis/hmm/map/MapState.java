package org.dynlab.analysis.hmm.map;

import java.util.List;

/**
 * A state of a training map.
 *
 * @param state its number in the map
 * @param original its number in the fitted model
 * @param stay the model's p(state | state)
 * @param runs how many runs visit it, 0 for a state that no path uses
 * @param starts how many runs begin in it
 * @param meanRows mean over all runs of the rows in it
 * @param meanShare mean over all runs of the share of their rows in it
 * @param means of its columns, in z-scores
 */
public record MapState(
    int state,
    int original,
    double stay,
    int runs,
    int starts,
    double meanRows,
    double meanShare,
    List<Double> means) {

  /** Copies the list. */
  public MapState {
    means = List.copyOf(means);
  }
}
