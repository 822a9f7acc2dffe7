package org.dynlab.core.engine.transformer;

import java.util.Arrays;
import org.dynlab.core.engine.Tokens;

/**
 * The different (position, symbol) pairs among n sequences. What a transformer's first block
 * computes from one token alone depends on that pair alone: of 2244 sums modulo 67 there are 6732
 * tokens but 135 pairs.
 */
public final class DistinctTokens {
  private final int[] symbols;
  private final int[] positions;
  private final RowIndex index;

  private DistinctTokens(int[] symbols, int[] positions, RowIndex index) {
    this.symbols = symbols;
    this.positions = positions;
    this.index = index;
  }

  /** The pairs of sequences whose symbols are given position by position. */
  public static DistinctTokens of(Tokens tokens) {
    int rows = tokens.rows();
    int length = tokens.slots();
    int[] symbols = new int[rows * length];
    int[] positions = new int[rows * length];
    int[] rowOf = new int[rows * length];
    int count = 0;
    for (int t = 0; t < length; t++) {
      int[] present = Arrays.stream(tokens.slot(t)).distinct().sorted().toArray();
      System.arraycopy(present, 0, symbols, count, present.length);
      Arrays.fill(positions, count, count + present.length, t);
      for (int i = 0; i < rows; i++) {
        rowOf[i * length + t] = count + Arrays.binarySearch(present, tokens.slot(t)[i]);
      }
      count += present.length;
    }
    return new DistinctTokens(
        Arrays.copyOf(symbols, count),
        Arrays.copyOf(positions, count),
        new RowIndex(rowOf, length, count));
  }

  /** Number of pairs. */
  public int rows() {
    return symbols.length;
  }

  /** The symbol of a pair. */
  public int symbol(int row) {
    return symbols[row];
  }

  /** Its position in the sequence, from 0. */
  public int position(int row) {
    return positions[row];
  }

  /** The pair of each token. */
  public RowIndex index() {
    return index;
  }
}
