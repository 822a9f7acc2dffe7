package org.dynlab.analysis.hmm.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dynlab.analysis.hmm.cluster.KMeans;
import org.dynlab.analysis.hmm.cluster.Points;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/**
 * Where the fit begins, as in hmmlearn 0.3: π and each row of A are drawn from a Dirichlet
 * distribution with all parameters 1/K, means are k-means centres, and the covariance of every
 * state is that of all rows (divided by n − 1) with {@value #LEAST_VARIANCE} added to its diagonal.
 * That is the only place where a least variance enters.
 *
 * <p>A spherical variance begins as the mean of <em>all</em> entries of that matrix, as there; if
 * that is not positive, which hmmlearn refuses, as the mean of its diagonal.
 *
 * @param kind of the covariances
 * @param clusterings from how many starts of k-means the best one is taken: 1 in hmmlearn 0.3.0, 10
 *     since 0.3.2
 */
public record Start(Covariances kind, int clusterings) {
  private static final double LEAST_VARIANCE = 1e-3;

  /** A model of that many states; the same for the same seed. */
  public GaussianHmm draw(Points points, int states, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] start = new double[states];
    dirichlet(random, start, 0, states);
    double[] transitions = new double[states * states];
    for (int i = 0; i < states; i++) {
      dirichlet(random, transitions, i * states, states);
    }
    double[] means = KMeans.of(points, states, clusterings, random.nextLong()).centers();
    return GaussianHmm.of(
        kind, start, transitions, means, shared(points.covariance(), points.width(), states));
  }

  private double[] shared(double[] matrix, int width, int states) {
    double[] all = new double[kind.size(states, width)];
    for (int i = 0; i < width; i++) {
      matrix[i * width + i] += LEAST_VARIANCE;
    }
    Arrays.setAll(
        all,
        i ->
            switch (kind) {
              case FULL, TIED -> matrix[i % matrix.length];
              case DIAGONAL -> matrix[i % width * (width + 1)];
              case SPHERICAL -> sphericalVariance(matrix, width);
            });
    return all;
  }

  private static double sphericalVariance(double[] matrix, int width) {
    double entries = Arrays.stream(matrix).sum() / matrix.length;
    double trace = 0;
    for (int i = 0; i < width; i++) {
      trace += matrix[i * width + i];
    }
    return entries > 0 ? entries : trace / width;
  }

  /** Gamma variates of shape 1/K over their sum, by logarithms: many of them are tiny. */
  private static void dirichlet(SplittableRandom random, double[] into, int begin, int size) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = begin; i < begin + size; i++) {
      into[i] = logGamma(random, 1.0 / size);
      most = Math.max(most, into[i]);
    }
    double sum = 0;
    for (int i = begin; i < begin + size; i++) {
      into[i] = Math.exp(into[i] - most);
      sum += into[i];
    }
    for (int i = begin; i < begin + size; i++) {
      into[i] /= sum;
    }
  }

  /**
   * The logarithm of a gamma variate: Marsaglia and Tsang (2000, doi:10.1145/358407.358414) for the
   * shape raised by 1, times U^(1/shape).
   */
  private static double logGamma(SplittableRandom random, double shape) {
    double d = shape + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      double u = 1 - random.nextDouble();
      if (v > 0) {
        double cube = v * v * v;
        if (Math.log(u) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
          return Math.log(d * cube) + Math.log(1 - random.nextDouble()) / shape;
        }
      }
    }
  }
}
