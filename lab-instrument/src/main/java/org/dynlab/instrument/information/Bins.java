package org.dynlab.instrument.information;

/** Which bin a number falls into. Every number has one; those beyond the outer edges share two. */
interface Bins {

  /** bins[0, count) ← the numbers of the bins of x. */
  void of(double[] x, int count, double[] bins);

  /**
   * Equal bins from low to high, which belongs to the last of them; -1 below, {@code count} above.
   */
  record Between(double low, double high, int count) implements Bins {
    @Override
    public void of(double[] x, int n, double[] bins) {
      double factor = count / (high - low);
      for (int i = 0; i < n; i++) {
        double bin = Math.min(count - 1, Math.floor((x[i] - low) * factor));
        bins[i] = x[i] > high ? count : Math.max(-1, bin);
      }
    }
  }

  /** Bins [low + k·width, low + (k+1)·width) for whole k, held in first..last. */
  record Even(double low, double width, double first, double last) implements Bins {
    @Override
    public void of(double[] x, int count, double[] bins) {
      double factor = 1 / width;
      for (int i = 0; i < count; i++) {
        double bin = Math.floor((x[i] - low) * factor);
        bins[i] = Math.max(first, Math.min(last, bin));
      }
    }
  }

  /** Bins between ascending edges: number k from edges[k-1] up to below edges[k]. */
  final class Edges implements Bins {
    private final double[] edges;

    Edges(double[] edges) {
      this.edges = edges;
    }

    @Override
    public void of(double[] x, int count, double[] bins) {
      for (int i = 0; i < count; i++) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
          int middle = (low + high) >>> 1;
          if (edges[middle] <= x[i]) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        bins[i] = low;
      }
    }
  }
}
