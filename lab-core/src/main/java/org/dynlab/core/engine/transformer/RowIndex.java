package org.dynlab.core.engine.transformer;

import java.util.Arrays;

/**
 * Which row of a table holds the numbers of each token, n examples of {@code tokens} tokens each.
 * Tokens that always have the same numbers share a row, so that work on rows is done once for all
 * of them.
 */
public final class RowIndex {
  private final int[] rowOf;
  private final int tokens;
  private final int tableRows;

  /**
   * @param rowOf [n, tokens], example after example; not copied
   * @param tokens tokens per example
   * @param tableRows rows of the table
   */
  RowIndex(int[] rowOf, int tokens, int tableRows) {
    this.rowOf = rowOf;
    this.tokens = tokens;
    this.tableRows = tableRows;
  }

  /** A row for every token, in order. */
  public static RowIndex each(int examples, int tokens) {
    int[] rowOf = new int[examples * tokens];
    Arrays.setAll(rowOf, k -> k);
    return new RowIndex(rowOf, tokens, rowOf.length);
  }

  /** The rows of each example's last token alone, in the same table. */
  public RowIndex last() {
    int[] last = new int[examples()];
    Arrays.setAll(last, i -> rowOf[(i + 1) * tokens - 1]);
    return new RowIndex(last, 1, tableRows);
  }

  /** The rows of the table that some token has, in ascending order. */
  public int[] used() {
    boolean[] used = new boolean[tableRows];
    for (int row : rowOf) {
      used[row] = true;
    }
    int[] rows = new int[tableRows];
    int count = 0;
    for (int r = 0; r < tableRows; r++) {
      rows[count] = r;
      count += used[r] ? 1 : 0;
    }
    return Arrays.copyOf(rows, count);
  }

  /** The same tokens in the table that keeps only the rows {@code kept} of this one, in order. */
  public RowIndex within(int[] kept) {
    int[] place = new int[tableRows];
    for (int r = 0; r < kept.length; r++) {
      place[kept[r]] = r;
    }
    return new RowIndex(Arrays.stream(rowOf).map(row -> place[row]).toArray(), tokens, kept.length);
  }

  /** Whether every token has a row of its own, in order. */
  public boolean isIdentity() {
    if (rowOf.length != tableRows) {
      return false;
    }
    for (int k = 0; k < rowOf.length; k++) {
      if (rowOf[k] != k) {
        return false;
      }
    }
    return true;
  }

  /** n. */
  public int examples() {
    return rowOf.length / tokens;
  }

  /** Tokens per example. */
  public int tokens() {
    return tokens;
  }

  /** Rows of the table. */
  public int tableRows() {
    return tableRows;
  }

  /** Row of that token, counted over all examples. */
  public int row(int token) {
    return rowOf[token];
  }

  /** Number of tokens of all examples. */
  public int size() {
    return rowOf.length;
  }
}
