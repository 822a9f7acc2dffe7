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

  int slots() {
    return bySlot.length;
  }

  int[] slot(int s) {
    return bySlot[s];
  }

  /** n. */
  public int rows() {
    return bySlot[0].length;
  }
}
