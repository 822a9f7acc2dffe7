package org.dynlab.analysis.hmm.cluster;

import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.model.Score;

/**
 * Clusters as a mixture of K spherical normal distributions with one shared variance, points hard
 * assigned (Pelleg and Moore 2000, X-means): weights n_k/n, variance σ² = inertia/(d·(n − K)), and
 * for each point, its nearest centre c_k counting alone,
 *
 * <p>{@code ln p(z) = ln(n_k/n) − d/2·ln(2πσ²) − ‖z − c_k‖²/(2σ²)}
 *
 * <p>with K − 1 + K·d + 1 free parameters. The paper names no formula for the BIC of k-means; this
 * is the common one, applied to held-out rows with what was found on the others.
 */
public final class SphericalMixture {
  private final int clusters;
  private final double[] centers;
  private final double[] logWeights;
  private final double variance;

  /** Of clusters found in these points. The variance is at least the smallest normal number. */
  public SphericalMixture(KMeans found, Points points) {
    clusters = found.clusters();
    centers = found.centers();
    logWeights = new double[clusters];
    for (int k = 0; k < clusters; k++) {
      logWeights[k] = Math.log((double) found.size(k) / points.count());
    }
    double freedom = (double) points.width() * Math.max(1, points.count() - clusters);
    variance = Math.max(found.inertia() / freedom, Double.MIN_NORMAL);
  }

  /** How well it tells these rows. */
  public Score score(Sequences sequences) {
    int width = sequences.width();
    double sum = 0;
    for (int run = 0; run < sequences.count(); run++) {
      for (int t = 0; t < sequences.length(run); t++) {
        sum += logDensity(sequences, run, t);
      }
    }
    return new Score(sum, clusters - 1 + clusters * width + 1, sequences.rows());
  }

  private double logDensity(Sequences sequences, int run, int t) {
    int width = sequences.width();
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < clusters; k++) {
      double distance = 0;
      for (int j = 0; j < width; j++) {
        double difference = sequences.value(run, t, j) - centers[k * width + j];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    return logWeights[nearest]
        - 0.5 * width * Math.log(2 * Math.PI * variance)
        - least / (2 * variance);
  }
}
