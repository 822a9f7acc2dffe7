package org.dynlab.tasks;

import java.util.List;

/**
 * The twelve corners of an icosahedron, each with a bit, and which patterns of bits are labelled 1
 * in the reference data of Shwartz-Ziv and Tishby 2017, arXiv:1703.00810 ({@code var_u.mat} of
 * their code). The rule was found by matching that table, all 4096 labels of which it gives; it
 * does not change under the 120 symmetries of the icosahedron.
 */
final class Icosahedron {
  static final int CORNERS = 12;

  /** The five corners next to corner i. */
  private static final List<List<Integer>> NEIGHBOURS =
      List.of(
          List.of(1, 3, 5, 10, 11),
          List.of(0, 2, 3, 4, 11),
          List.of(1, 3, 4, 8, 9),
          List.of(0, 1, 2, 8, 10),
          List.of(1, 2, 6, 9, 11),
          List.of(0, 6, 7, 10, 11),
          List.of(4, 5, 7, 9, 11),
          List.of(5, 6, 8, 9, 10),
          List.of(2, 3, 7, 9, 10),
          List.of(2, 4, 6, 7, 8),
          List.of(0, 3, 5, 7, 8),
          List.of(0, 1, 4, 5, 6));

  /** The corner opposite to corner i. */
  private static final List<Integer> OPPOSITE = List.of(9, 7, 5, 6, 10, 2, 3, 1, 11, 0, 4, 8);

  private Icosahedron() {}

  static List<Integer> neighbours(int corner) {
    return NEIGHBOURS.get(corner);
  }

  static int opposite(int corner) {
    return OPPOSITE.get(corner);
  }

  /** Whether corner i of that pattern is on; corner 0 is the most significant of 12 bits. */
  static boolean on(int pattern, int corner) {
    return (pattern >>> (CORNERS - 1 - corner) & 1) == 1;
  }

  /**
   * The label, 0 or 1. With k corners on, e edges and q opposite pairs among them, it is 1 from s =
   * 2e - q = 12 on for k = 5 and 6, from s = 15 on for k = 7, and for every k from 8 on.
   */
  static int label(int pattern) {
    int k = Integer.bitCount(pattern);
    int spread = ends(pattern) - pairs(pattern);
    boolean one = k >= 8 || (k == 7 && spread >= 15) || (k >= 5 && k <= 6 && spread >= 12);
    return one ? 1 : 0;
  }

  /** 2e: edges among the corners that are on, counted from both ends. */
  private static int ends(int pattern) {
    int ends = 0;
    for (int i = 0; i < CORNERS; i++) {
      if (on(pattern, i)) {
        ends += (int) NEIGHBOURS.get(i).stream().filter(j -> on(pattern, j)).count();
      }
    }
    return ends;
  }

  /** q: opposite pairs that are both on. */
  private static int pairs(int pattern) {
    int both = 0;
    for (int i = 0; i < CORNERS; i++) {
      both += on(pattern, i) && on(pattern, OPPOSITE.get(i)) ? 1 : 0;
    }
    return both / 2;
  }
}
