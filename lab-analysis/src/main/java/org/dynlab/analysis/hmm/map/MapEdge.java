package org.dynlab.analysis.hmm.map;

import java.util.List;

/**
 * A way from one state to another that at least one run took.
 *
 * @param probability the model's p(to | from)
 * @param runs how many runs took it
 * @param shareOfRuns the same over all runs
 * @param taken how many times it was taken in all
 * @param meanStep mean over these times of the training step of the first row in {@code to}
 * @param stdStep its population standard deviation
 * @param features all columns, the most important first, of equals the one that moves most
 */
public record MapEdge(
    int from,
    int to,
    double probability,
    int runs,
    double shareOfRuns,
    int taken,
    double meanStep,
    double stdStep,
    List<Feature> features) {

  /** Copies the list. */
  public MapEdge {
    features = List.copyOf(features);
  }

  /**
   * What a column has to do with the edge.
   *
   * @param movement difference of the states' means, to − from, in z-scores
   * @param importance see {@link Importance}; per unit of z
   */
  public record Feature(String column, double movement, double importance) {}
}
