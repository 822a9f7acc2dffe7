package org.dynlab.core.engine;

/** Positions of the ones of n multi-hot inputs with the same number of ones each. */
public final class Tokens {
  private final int[][] bySlot;

  /**
   * @param bySlot [slots][n]: bySlot[s][i] is the position of one number s of input i; not copied
   */
  public Tokens(int[][] bySlot) {
    this.bySlot = bySlot;
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
}
