package org.dynlab.core.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Positions of the ones of n multi-hot inputs with the same number of ones each. */
public final class Tokens {
  private final int[][] bySlot;

  /**
   * @param bySlot [slots][n]: bySlot[s][i] is the position of one number s of input i; not copied
   */
  public Tokens(int[][] bySlot) {
    this.bySlot = bySlot;
  }

  /** Those written in a [n, slots] array of whole numbers. */
  public static Tokens of(INDArray array) {
    int rows = Math.toIntExact(array.size(0));
    int[][] bySlot = new int[Math.toIntExact(array.size(1))][rows];
    for (int s = 0; s < bySlot.length; s++) {
      for (int i = 0; i < rows; i++) {
        bySlot[s][i] = array.getInt(i, s);
      }
    }
    return new Tokens(bySlot);
  }

  /** Number of ones of each input. */
  public int slots() {
    return bySlot.length;
  }

  /** Positions of one number s of every input: [n], not copied. */
  public int[] slot(int s) {
    return bySlot[s];
  }

  /** n. */
  public int rows() {
    return bySlot[0].length;
  }

  /** The vectors written out: [n, width], row after row, with a one at each position. */
  public double[] multiHot(int width) {
    double[] rows = new double[Math.multiplyExact(rows(), width)];
    for (int[] slot : bySlot) {
      for (int i = 0; i < slot.length; i++) {
        rows[i * width + slot[i]] += 1;
      }
    }
    return rows;
  }
}
