package org.dynlab.instrument.flat;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.layout.ParameterBlock;

/**
 * The lower median of all entries of some blocks of the flat vector: the element of 0-based rank (n
 * − 1) / 2 (rounded down) in ascending order, exactly, as torch.median gives it.
 *
 * <p>Selection by sampling in the manner of Floyd and Rivest (1975, doi:10.1145/360680.360691): a
 * fixed, evenly spread sample brackets the wanted rank by four standard deviations, one pass
 * without branches keeps what lies in the bracket, and so on until few are left. Where the bracket
 * misses, everything is sorted, so the answer never depends on luck. Expected cost: about 1.2
 * passes. Numbers must be finite. NaN of none.
 */
public final class LowerMedian {
  private static final int SAMPLE = 1024;
  private static final int MARGIN = 4 * 16;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int size;
  private final int[] bounds;
  private final int[] positions;
  private final double[] sample = new double[SAMPLE];
  private final double[] kept;
  private final double[] spare;
  private int below;

  public LowerMedian(List<ParameterBlock> blocks) {
    bounds = new int[2 * blocks.size()];
    int[] all = new int[blocks.stream().mapToInt(ParameterBlock::size).sum()];
    int n = 0;
    for (int b = 0; b < blocks.size(); b++) {
      bounds[2 * b] = blocks.get(b).offset();
      bounds[2 * b + 1] = blocks.get(b).end();
      for (int i = bounds[2 * b]; i < bounds[2 * b + 1]; i++) {
        all[n++] = i;
      }
    }
    size = n;
    positions = new int[SAMPLE];
    for (int k = 0; k < SAMPLE && n > 0; k++) {
      positions[k] = all[spread(k, n)];
    }
    kept = new double[n];
    spare = new double[n];
  }

  /** The lower median of those entries of {@code x}. */
  public double of(double[] x) {
    if (size == 0) {
      return Double.NaN;
    }
    int rank = (size - 1) / 2;
    int count = size;
    if (size > 4 * SAMPLE) {
      for (int k = 0; k < SAMPLE; k++) {
        sample[k] = x[positions[k]];
      }
      count = narrow(x, bounds, rank, size, kept);
      rank -= below;
    }
    if (count == size || rank < 0 || rank >= count) {
      return sorted(x, (size - 1) / 2);
    }
    return select(count, rank);
  }

  /** Element of that rank among the first {@code count} of {@code kept}. */
  private double select(int count, int rank) {
    double[] source = kept;
    double[] target = spare;
    int n = count;
    int wanted = rank;
    while (n > 4 * SAMPLE) {
      for (int k = 0; k < SAMPLE; k++) {
        sample[k] = source[spread(k, n)];
      }
      int next = narrow(source, new int[] {0, n}, wanted, n, target);
      if (next == n || wanted < below || wanted >= below + next) {
        break;
      }
      double[] swapped = source;
      source = target;
      target = swapped;
      wanted -= below;
      n = next;
    }
    Arrays.sort(source, 0, n);
    return source[wanted];
  }

  /**
   * Copies the entries in the bracket around {@code rank} to {@code target}, in order.
   *
   * @return how many; {@link #below} is how many entries lie below the bracket
   */
  private int narrow(double[] source, int[] ranges, int rank, int n, double[] target) {
    Arrays.sort(sample);
    int centre = (int) ((long) rank * SAMPLE / n);
    double low = sample[Math.max(centre - MARGIN, 0)];
    double high = sample[Math.min(centre + MARGIN, SAMPLE - 1)];
    int under = 0;
    int inside = 0;
    for (int r = 0; r < ranges.length; r += 2) {
      for (int i = ranges[r]; i < ranges[r + 1]; i++) {
        double value = source[i];
        target[inside] = value;
        // Sign bits instead of comparisons: half of all comparisons would be mispredicted.
        int isUnder = sign(value - low);
        under += isUnder;
        inside += 1 - isUnder - sign(high - value);
      }
    }
    below = under;
    return inside;
  }

  private double sorted(double[] x, int rank) {
    int n = 0;
    for (int r = 0; r < bounds.length; r += 2) {
      int length = bounds[r + 1] - bounds[r];
      System.arraycopy(x, bounds[r], kept, n, length);
      n += length;
    }
    Arrays.sort(kept, 0, n);
    return kept[rank];
  }

  private static int sign(double difference) {
    return (int) (Double.doubleToRawLongBits(difference) >>> 63);
  }

  /** The k-th of many indices spread over 0..n-1 by the golden ratio. */
  public static int spread(int k, int n) {
    return (int) Math.multiplyHigh((k * GOLDEN) >>> 1, 2L * n);
  }
}
