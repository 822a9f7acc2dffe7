package org.dynlab.analysis.hmm.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Greedy k-means++: each further centre is the best of several candidates drawn by distance. */
final class PlusPlus {
  private final Points points;
  private final SplittableRandom random;
  private final double[] fromPoint = new double[Points.BLOCK];
  private double[] distances;

  PlusPlus(Points points, SplittableRandom random) {
    this.points = points;
    this.random = random;
  }

  /** That many points of the set, in centred coordinates. */
  double[] centers(int clusters) {
    int width = points.width();
    int candidates = 2 + (int) Math.log(clusters);
    double[] centers = new double[clusters * width];
    distances = new double[points.count()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    distances = closer(random.nextInt(points.count()), centers, 0);
    for (int k = 1; k < clusters; k++) {
      double[] best = null;
      double[] place = new double[width];
      for (int c = 0; c < candidates; c++) {
        double[] tried = closer(drawn(), place, 0);
        if (best == null || sum(tried) < sum(best)) {
          best = tried;
          System.arraycopy(place, 0, centers, k * width, width);
        }
      }
      distances = best;
    }
    return centers;
  }

  /** Writes the point to that place; the squared distances if it were a centre too. */
  private double[] closer(int point, double[] places, int begin) {
    for (int j = 0; j < points.width(); j++) {
      places[begin + j] = points.cell(point, j);
    }
    double[] closer = new double[distances.length];
    for (int block = 0; block < points.blocks(); block++) {
      points.squaredDistances(block, places, begin, fromPoint);
      int first = block * Points.BLOCK;
      int size = Math.min(Points.BLOCK, closer.length - first);
      for (int r = 0; r < size; r++) {
        closer[first + r] = Math.min(distances[first + r], fromPoint[r]);
      }
    }
    return closer;
  }

  /** A point with probability proportional to its squared distance; the last one if all are 0. */
  private int drawn() {
    double rest = random.nextDouble() * sum(distances);
    for (int i = 0; i < distances.length; i++) {
      rest -= distances[i];
      if (rest < 0) {
        return i;
      }
    }
    return distances.length - 1;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
