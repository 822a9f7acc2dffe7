package org.dynlab.analysis.hmm.model;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Frames;

/**
 * A number for every row of a sequence and every state, in blocks of {@link Frames#BLOCK} rows of
 * which each state has an array of its own, as {@link Frames} have for columns: whole arrays take
 * vector instructions, and states do not push each other out of the cache.
 */
public final class StateRows {
  private final int states;
  private final double[][] blocks;

  /** Zeros for at most that many rows. */
  public StateRows(int states, int rows) {
    this.states = states;
    this.blocks = new double[Frames.padded(rows) / Frames.BLOCK * states][Frames.BLOCK];
  }

  /** The numbers of a block in one state, to read and write. */
  public double[] block(int block, int state) {
    return blocks[block * states + state];
  }

  /** The number of a row and a state. */
  public double get(int row, int state) {
    return block(row / Frames.BLOCK, state)[row % Frames.BLOCK];
  }

  void set(int row, int state, double value) {
    block(row / Frames.BLOCK, state)[row % Frames.BLOCK] = value;
  }

  /** Puts the same number everywhere. */
  public void fill(double value) {
    for (double[] block : blocks) {
      Arrays.fill(block, value);
    }
  }

  /** Puts zeros from a row on to the end of its block, in all states. */
  void clearFrom(int row) {
    for (int k = 0; k < states && row % Frames.BLOCK != 0; k++) {
      Arrays.fill(block(row / Frames.BLOCK, k), row % Frames.BLOCK, Frames.BLOCK, 0);
    }
  }
}
