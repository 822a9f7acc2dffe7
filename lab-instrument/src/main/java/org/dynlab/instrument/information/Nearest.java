package org.dynlab.instrument.information;

import java.util.Arrays;

/** The k nearest of n points, by insertion. */
final class Nearest {
  private final double[] distances;
  private final int[] numbers;

  Nearest(int k) {
    distances = new double[k];
    numbers = new int[k];
  }

  /** Finds those of point {@code self} among the first n distances. */
  void find(double[] all, int n, int self) {
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int last = distances.length - 1;
    for (int j = 0; j < n; j++) {
      if (j != self && all[j] < distances[last]) {
        insert(all[j], j);
      }
    }
  }

  private void insert(double distance, int number) {
    int at = distances.length - 1;
    while (at > 0 && distances[at - 1] > distance) {
      distances[at] = distances[at - 1];
      numbers[at] = numbers[at - 1];
      at--;
    }
    distances[at] = distance;
    numbers[at] = number;
  }

  /** Distance of the k-th. */
  double farthest() {
    return distances[distances.length - 1];
  }

  /** The numbers of all k, nearest first; live. */
  int[] numbers() {
    return numbers;
  }
}
