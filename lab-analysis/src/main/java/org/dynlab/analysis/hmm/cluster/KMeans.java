package org.dynlab.analysis.hmm.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dynlab.store.problem.UserError;

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

  /** Columns that are summed in one pass. */
  private static final int TOGETHER = 4;

  private final Points points;
  private final int clusters;
  private final double[] centers;
  private final int[] labels;
  private final double[] distances = new double[Points.BLOCK];
  private final double[] least = new double[Points.BLOCK];
  private final int[] nearest = new int[Points.BLOCK];
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
    for (int block = 0; block < points.blocks(); block++) {
      points.squaredDistances(block, centers, 0, least);
      Arrays.fill(nearest, 0);
      for (int k = 1; k < clusters; k++) {
        points.squaredDistances(block, centers, k * points.width(), distances);
        takeNearer(k);
      }
      int first = block * Points.BLOCK;
      int size = Math.min(Points.BLOCK, labels.length - first);
      for (int r = 0; r < size; r++) {
        inertia += least[r];
        changed |= labels[first + r] != nearest[r];
        labels[first + r] = nearest[r];
      }
    }
    return changed;
  }

  private void takeNearer(int cluster) {
    for (int r = 0; r < distances.length; r++) {
      if (distances[r] < least[r]) {
        least[r] = distances[r];
        nearest[r] = cluster;
      }
    }
  }

  /** Centres become means; returns the sum of their squared shifts. */
  private double move() {
    fillEmptyClusters();
    int width = points.width();
    int[] sizes = new int[clusters];
    for (int label : labels) {
      sizes[label]++;
    }
    double shift = 0;
    double[] sums = new double[clusters * TOGETHER];
    for (int j = 0; j < width; j++) {
      if (j % TOGETHER == 0) {
        addUp(j, sums);
      }
      for (int k = 0; k < clusters; k++) {
        int i = k * width + j;
        double sum = sums[k * TOGETHER + j % TOGETHER];
        double center = sizes[k] == 0 ? centers[i] : sum / sizes[k];
        shift += (center - centers[i]) * (center - centers[i]);
        centers[i] = center;
      }
    }
    return shift;
  }

  /**
   * Sums of a column and the next ones by cluster. Each addition waits for the one before of the
   * same cluster and column; those of other columns need not.
   */
  private void addUp(int column, double[] sums) {
    Arrays.fill(sums, 0);
    int last = points.width() - 1;
    for (int block = 0; block < points.blocks(); block++) {
      double[] a = points.column(block, column);
      double[] b = points.column(block, Math.min(column + 1, last));
      double[] c = points.column(block, Math.min(column + 2, last));
      double[] d = points.column(block, Math.min(column + 3, last));
      int first = block * Points.BLOCK;
      int size = Math.min(Points.BLOCK, labels.length - first);
      for (int r = 0; r < size; r++) {
        int at = labels[first + r] * TOGETHER;
        sums[at] += a[r];
        sums[at + 1] += b[r];
        sums[at + 2] += c[r];
        sums[at + 3] += d[r];
      }
    }
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
      double distance = squaredDistance(point);
      if (sizes[labels[point]] > 1 && distance > most) {
        most = distance;
        far = point;
      }
    }
    return far;
  }

  /** Of a point from its centre. */
  private double squaredDistance(int point) {
    double sum = 0;
    for (int j = 0; j < points.width(); j++) {
      double difference = points.cell(point, j) - centers[labels[point] * points.width() + j];
      sum += difference * difference;
    }
    return sum;
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
