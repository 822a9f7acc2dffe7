package org.dynlab.analysis.hmm.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dynlab.store.UserError;

/**
 * Clusters by k-means: greedy k-means++ (Arthur and Vassilvitskii 2007) with 2 + ⌊ln K⌋ candidates
 * for each further centre, then Lloyd's iterations until no label changes or the centres move by
 * less than 1e-4 of the mean variance, at most 300; the best of several starts by inertia. A
 * cluster without points gets the point farthest from its centre. As scikit-learn does by default,
 * with other random numbers. O(n·K·d) for an iteration.
 */
public final class KMeans {
  private static final int MOST_ITERATIONS = 300;
  private static final double TOLERANCE = 1e-4;

  private final Points points;
  private final int clusters;
  private final double[] centers;
  private final int[] labels;
  private double inertia;

  private KMeans(Points points, double[] centers) {
    this.points = points;
    this.clusters = centers.length / points.width();
    this.centers = centers;
    this.labels = new int[points.count()];
    Arrays.fill(labels, -1);
  }

  /**
   * The best of that many starts.
   *
   * @param clusters K, at most the number of points
   */
  public static KMeans of(Points points, int clusters, int starts, long seed) {
    if (clusters > points.count()) {
      throw new UserError(
          clusters + " clusters", "must have as many rows", String.valueOf(points.count()), "");
    }
    SplittableRandom random = new SplittableRandom(seed);
    KMeans best = null;
    for (int start = 0; start < starts; start++) {
      KMeans found = new KMeans(points, new PlusPlus(points, random).centers(clusters));
      found.iterate();
      best = best == null || found.inertia < best.inertia ? found : best;
    }
    return best;
  }

  private void iterate() {
    double enough = TOLERANCE * points.meanVariance();
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      boolean changed = assign();
      double shift = changed ? move() : 0;
      if (shift <= enough) {
        break;
      }
    }
    assign();
  }

  private boolean assign() {
    boolean changed = false;
    inertia = 0;
    for (int point = 0; point < labels.length; point++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < clusters; k++) {
        double distance = points.squaredDistance(point, centers, k * points.width());
        if (distance < least) {
          least = distance;
          nearest = k;
        }
      }
      inertia += least;
      changed |= labels[point] != nearest;
      labels[point] = nearest;
    }
    return changed;
  }

  /** Centres become means; returns the sum of their squared shifts. */
  private double move() {
    fillEmptyClusters();
    int width = points.width();
    double[] sums = new double[centers.length];
    int[] sizes = new int[clusters];
    for (int point = 0; point < labels.length; point++) {
      sizes[labels[point]]++;
      for (int j = 0; j < width; j++) {
        sums[labels[point] * width + j] += points.cell(point, j);
      }
    }
    double shift = 0;
    for (int i = 0; i < centers.length; i++) {
      int size = sizes[i / width];
      double center = size == 0 ? centers[i] : sums[i] / size;
      shift += (center - centers[i]) * (center - centers[i]);
      centers[i] = center;
    }
    return shift;
  }

  private void fillEmptyClusters() {
    int[] sizes = new int[clusters];
    for (int label : labels) {
      sizes[label]++;
    }
    for (int k = 0; k < clusters; k++) {
      if (sizes[k] == 0) {
        int far = farthest(sizes);
        sizes[labels[far]]--;
        sizes[k]++;
        labels[far] = k;
      }
    }
  }

  /** Of the points in clusters of more than one. */
  private int farthest(int[] sizes) {
    int far = 0;
    double most = -1;
    for (int point = 0; point < labels.length; point++) {
      double distance = points.squaredDistance(point, centers, labels[point] * points.width());
      if (sizes[labels[point]] > 1 && distance > most) {
        most = distance;
        far = point;
      }
    }
    return far;
  }

  /** K. */
  public int clusters() {
    return clusters;
  }

  /** The centres, cluster by cluster, not centred. */
  public double[] centers() {
    double[] places = centers.clone();
    for (int i = 0; i < places.length; i++) {
      places[i] += points.center(i % points.width());
    }
    return places;
  }

  /** The cluster of a point. */
  public int label(int point) {
    return labels[point];
  }

  /** Number of points in a cluster. */
  public int size(int cluster) {
    return (int) Arrays.stream(labels).filter(label -> label == cluster).count();
  }

  /** Sum of the squared distances of the points from their centres. */
  public double inertia() {
    return inertia;
  }
}
