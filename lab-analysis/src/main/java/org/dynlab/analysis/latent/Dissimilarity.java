package org.dynlab.analysis.latent;

import java.util.function.ToDoubleBiFunction;
import org.dynlab.analysis.latent.outcome.Occupancy;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;

/**
 * How unlike the paths of runs are: the mean over all pairs of runs of a distance between the
 * shares of rows they spend in each state (arXiv 2308.09543, equation 1). The ground metric is not
 * given there and its code is not released; the published values exclude the distance of the shares
 * taken as samples and agree with the first of these two.
 *
 * @param wasserstein the 1-Wasserstein distance on state numbers, which are those of the map, in
 *     the order of first visits: Σ_k |F_i(k) − F_j(k)|, at most K − 1
 * @param totalVariation half the sum of absolute differences, 0..1: takes no notice of numbers
 */
public record Dissimilarity(Estimate wasserstein, Estimate totalVariation) {

  /**
   * Over the runs; NaN with fewer than two. Pairs of a run with itself are left out of resamples.
   */
  static Dissimilarity of(Occupancy occupancy, Bootstrap bootstrap) {
    return new Dissimilarity(
        meanOfPairs(occupancy, bootstrap, (i, j) -> wasserstein(occupancy, i, j)),
        meanOfPairs(occupancy, bootstrap, (i, j) -> totalVariation(occupancy, i, j)));
  }

  private static Estimate meanOfPairs(
      Occupancy occupancy, Bootstrap bootstrap, ToDoubleBiFunction<Integer, Integer> distance) {
    int runs = occupancy.runs();
    double[] distances = new double[runs * runs];
    for (int i = 0; i < runs; i++) {
      for (int j = 0; j < runs; j++) {
        distances[i * runs + j] = distance.applyAsDouble(i, j);
      }
    }
    return bootstrap
        .ofIndices(new int[] {runs}, drawn -> mean(distances, runs, drawn[0]))
        .byPercentiles();
  }

  private static double mean(double[] distances, int runs, int[] drawn) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < drawn.length; i++) {
      for (int j = 0; j < i; j++) {
        if (drawn[i] != drawn[j]) {
          sum += distances[drawn[i] * runs + drawn[j]];
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double wasserstein(Occupancy occupancy, int i, int j) {
    double sum = 0;
    for (int state = 0; state < occupancy.states() - 1; state++) {
      sum += Math.abs(occupancy.cumulated(i, state) - occupancy.cumulated(j, state));
    }
    return sum;
  }

  private static double totalVariation(Occupancy occupancy, int i, int j) {
    double sum = 0;
    for (int state = 0; state < occupancy.states(); state++) {
      sum += Math.abs(occupancy.share(i, state) - occupancy.share(j, state));
    }
    return sum / 2;
  }
}
