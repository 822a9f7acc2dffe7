package org.dynlab.analysis.hmm.data;

/**
 * The rows of sequences as the fitting kernels read them: centred, and column by column in blocks
 * of {@value #BLOCK} rows, so that the inner loops run over rows that lie side by side. Blocks are
 * padded with zeros to a multiple of {@value #LANES} rows. Immutable; threads may share it.
 */
public final class Frames {
  /** Rows of a full block. */
  public static final int BLOCK = 512;

  /** A block has a multiple of so many rows, padding included. */
  public static final int LANES = 128;

  private final int width;
  private final int rows;
  private final int longest;
  private final int[] lengths;
  private final double[] center;
  private final double[][] cells;

  private Frames(Sequences sequences) {
    this.width = sequences.width();
    this.rows = sequences.rows();
    this.lengths = new int[sequences.count()];
    this.cells = new double[lengths.length][];
    this.center = center(sequences);
    int most = 0;
    for (int sequence = 0; sequence < lengths.length; sequence++) {
      lengths[sequence] = sequences.length(sequence);
      cells[sequence] = transposed(sequences, sequence);
      most = Math.max(most, lengths[sequence]);
    }
    this.longest = most;
  }

  /** The frames of these sequences. */
  public static Frames of(Sequences sequences) {
    return new Frames(sequences);
  }

  private static double[] center(Sequences sequences) {
    double[] mean = new double[sequences.width()];
    for (int sequence = 0; sequence < sequences.count(); sequence++) {
      for (int t = 0; t < sequences.length(sequence); t++) {
        for (int j = 0; j < mean.length; j++) {
          mean[j] += sequences.value(sequence, t, j) / sequences.rows();
        }
      }
    }
    return mean;
  }

  private double[] transposed(Sequences sequences, int sequence) {
    int length = sequences.length(sequence);
    double[] into = new double[padded(length) * width];
    for (int t = 0; t < length; t++) {
      int first = t - t % BLOCK;
      int stride = blockRows(length, first);
      for (int j = 0; j < width; j++) {
        into[first * width + j * stride + t - first] = sequences.value(sequence, t, j) - center[j];
      }
    }
    return into;
  }

  /** That many rows with their padding. */
  public static int padded(int length) {
    return (length + LANES - 1) / LANES * LANES;
  }

  /** Rows, padding included, of the block that begins at row {@code first}. */
  public static int blockRows(int length, int first) {
    return Math.min(BLOCK, padded(length) - first);
  }

  /** Number of sequences. */
  public int count() {
    return lengths.length;
  }

  /** Number of columns, d. */
  public int width() {
    return width;
  }

  /** Rows of all sequences, without padding. */
  public int rows() {
    return rows;
  }

  /** Rows of the longest sequence, without padding. */
  public int longest() {
    return longest;
  }

  /** Rows of a sequence, without padding. */
  public int length(int sequence) {
    return lengths[sequence];
  }

  /** What was subtracted from a column: its mean over all rows. */
  public double center(int column) {
    return center[column];
  }

  /**
   * The cells of a sequence, not to be written to: the block that begins at row f begins at f·d,
   * and column j of it at f·d + j·{@link #blockRows}.
   */
  public double[] cells(int sequence) {
    return cells[sequence];
  }
}
