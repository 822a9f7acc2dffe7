package org.dynlab.core.task;

import java.util.Arrays;

/**
 * Multi-hot inputs given by the positions of their ones: row i stands for the dense vector that is
 * 1 at its {@code slots} token positions and 0 elsewhere. A first layer sums rows of its weight
 * matrix instead of multiplying by zeros.
 */
public final class TokenFeatures implements Features {
  private final int[] tokens;
  private final int slots;
  private final int width;

  /**
   * @param tokens row-major [n, slots], each in 0..width-1; copied
   * @param slots ones per row
   * @param width length of the dense vector
   */
  public TokenFeatures(int[] tokens, int slots, int width) {
    if (tokens.length % slots != 0) {
      throw new IllegalArgumentException(tokens.length + " tokens do not fill rows of " + slots);
    }
    for (int token : tokens) {
      if (token < 0 || token >= width) {
        throw new IllegalArgumentException("token must be in 0.." + (width - 1) + ", got " + token);
      }
    }
    this.tokens = tokens.clone();
    this.slots = slots;
    this.width = width;
  }

  @Override
  public int rows() {
    return tokens.length / slots;
  }

  @Override
  public int width() {
    return width;
  }

  /** Ones per row. */
  public int slots() {
    return slots;
  }

  /** Position of the one of that slot. */
  public int token(int row, int slot) {
    return tokens[row * slots + slot];
  }

  @Override
  public TokenFeatures followedBy(Features next) {
    int[] more = ((TokenFeatures) next).tokens;
    int[] all = Arrays.copyOf(tokens, tokens.length + more.length);
    System.arraycopy(more, 0, all, tokens.length, more.length);
    return new TokenFeatures(all, slots, width);
  }

  @Override
  public TokenFeatures select(int[] rows) {
    int[] chosen = new int[rows.length * slots];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(tokens, rows[i] * slots, chosen, i * slots, slots);
    }
    return new TokenFeatures(chosen, slots, width);
  }

  /** The same inputs written out: n·width values, one per (row, position). */
  public DenseFeatures toDense() {
    double[] values = new double[rows() * width];
    for (int i = 0; i < tokens.length; i++) {
      values[i / slots * width + tokens[i]] += 1;
    }
    return new DenseFeatures(values, width);
  }
}
