package org.dynlab.analysis.hmm.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.dynlab.analysis.hmm.cluster.KMeans;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.cluster.SphericalMixture;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Score;

/**
 * The baseline without time: k-means with 1 to K clusters on the runs that are fitted, scored as
 * {@link SphericalMixture} on those held out. The other baseline, a hidden Markov model of the L2
 * norm alone, is a {@link ModelSelection} of that one column.
 *
 * @param candidates by number of clusters, from 1
 */
public record ClusterBaseline(List<Clusters> candidates) {

  /** Copies the list. */
  public ClusterBaseline {
    candidates = List.copyOf(candidates);
  }

  /**
   * A number of clusters.
   *
   * @param inertia sum of squared distances on the fitted runs
   * @param validation its score on the held-out runs
   */
  public record Clusters(int clusters, double inertia, Score validation) {}

  /**
   * Tries 1 to {@code most} clusters, each from {@code starts} starts.
   *
   * @param scaled the sequences of the split
   */
  public static ClusterBaseline of(
      Sequences scaled, RunSplit split, int most, int starts, long seed, int threads) {
    Sequences training = scaled.ofRuns(split.training());
    Sequences heldOut = scaled.ofRuns(split.validation());
    Points points = Points.of(training);
    List<Callable<Clusters>> tasks = new ArrayList<>();
    for (int clusters = 1; clusters <= Math.min(most, points.count()); clusters++) {
      int k = clusters;
      long own = ModelSelection.seed(seed, k, 0);
      tasks.add(
          () -> {
            KMeans found = KMeans.of(points, k, starts, own);
            Score score = new SphericalMixture(found, points).score(heldOut);
            return new Clusters(k, found.inertia(), score);
          });
    }
    return new ClusterBaseline(new Workers(threads).results(tasks));
  }

  /** The number of clusters with the least held-out BIC, the fewest of equals. */
  public Clusters selected() {
    return candidates.stream()
        .min(Comparator.comparingDouble(candidate -> candidate.validation().bic()))
        .orElseThrow();
  }
}
