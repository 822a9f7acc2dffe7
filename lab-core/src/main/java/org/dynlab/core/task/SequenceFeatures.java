package org.dynlab.core.task;

import java.util.Arrays;

/** Sequences of symbols of one vocabulary, all of the same length: inputs of a transformer. */
public final class SequenceFeatures implements Features {
  private final int[] symbols;
  private final int length;
  private final int vocabulary;

  /**
   * @param symbols row-major [n, length], each in 0..vocabulary-1; copied
   * @param length symbols per sequence
   * @param vocabulary number of different symbols
   */
  public SequenceFeatures(int[] symbols, int length, int vocabulary) {
    if (symbols.length % length != 0) {
      throw new IllegalArgumentException(
          symbols.length + " symbols do not fill sequences of " + length);
    }
    for (int symbol : symbols) {
      if (symbol < 0 || symbol >= vocabulary) {
        throw new IllegalArgumentException(
            "symbol must be in 0.." + (vocabulary - 1) + ", got " + symbol);
      }
    }
    this.symbols = symbols.clone();
    this.length = length;
    this.vocabulary = vocabulary;
  }

  @Override
  public int rows() {
    return symbols.length / length;
  }

  /** Length of the sequence. */
  @Override
  public int width() {
    return length;
  }

  /** Number of different symbols. */
  public int vocabulary() {
    return vocabulary;
  }

  /** The symbol at that position, counted from 0. */
  public int symbol(int row, int position) {
    return symbols[row * length + position];
  }

  @Override
  public SequenceFeatures followedBy(Features next) {
    int[] more = ((SequenceFeatures) next).symbols;
    int[] all = Arrays.copyOf(symbols, symbols.length + more.length);
    System.arraycopy(more, 0, all, symbols.length, more.length);
    return new SequenceFeatures(all, length, vocabulary);
  }

  @Override
  public SequenceFeatures select(int[] rows) {
    int[] chosen = new int[rows.length * length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(symbols, rows[i] * length, chosen, i * length, length);
    }
    return new SequenceFeatures(chosen, length, vocabulary);
  }
}
