package org.dynlab.analysis.hmm.data;

/**
 * The rows of sequences as the fitting kernels read them: centred, and in blocks of {@value #BLOCK}
 * rows of which each column is an array of its own, the last block of a sequence padded with zeros.
 * The inner loops then run over whole arrays from 0, which the compiler makes into vector
 * instructions; with offsets into longer arrays it does not. Immutable; threads may share it.
 */
public final class Frames {
  /** Rows of a block, padding included. */
  public static final int BLOCK = 128;

  private final int width;
  private final int rows;
  private final int longest;
  private final int[] lengths;
  private final double[] center;
  private final double[][][] blocks;

  private Frames(Sequences sequences) {
    this.width = sequences.width();
    this.rows = sequences.rows();
    this.lengths = new int[sequences.count()];
    this.blocks = new double[lengths.length][][];
    this.center = center(sequences);
    int most = 0;
    for (int sequence = 0; sequence < lengths.length; sequence++) {
      lengths[sequence] = sequences.length(sequence);
      blocks[sequence] = transposed(sequences, sequence);
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

  private double[][] transposed(Sequences sequences, int sequence) {
    int length = sequences.length(sequence);
    double[][] into = new double[padded(length) / BLOCK * width][BLOCK];
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < width; j++) {
        double cell = sequences.value(sequence, t, j) - center[j];
        into[t / BLOCK * width + j][t % BLOCK] = cell;
      }
    }
    return into;
  }

  /** That many rows with their padding. */
  public static int padded(int length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
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

  /** A column of a block of a sequence, not to be written to. */
  public double[] column(int sequence, int block, int column) {
    return blocks[sequence][block * width + column];
  }
}
