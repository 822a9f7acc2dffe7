package org.dynlab.tasks;

/**
 * All orders of 0..k-1, numbered lexicographically from (0, 1, ..., k-1) on. Number and order are
 * turned into each other by the factorial number system (Lehmer code), k² operations each.
 */
final class Permutations {
  private final int degree;
  private final int[][] orders;

  /** All k! of them, k from 1 to some 8. */
  Permutations(int degree) {
    this.degree = degree;
    this.orders = new int[count(degree)][];
    for (int number = 0; number < orders.length; number++) {
      orders[number] = order(number);
    }
  }

  /** k!. */
  static int count(int degree) {
    return degree <= 1 ? 1 : degree * count(degree - 1);
  }

  /** How many there are. */
  int count() {
    return orders.length;
  }

  /** What permutation {@code number} sends {@code i} to. */
  int image(int number, int i) {
    return orders[number][i];
  }

  /** The number of a after b, which sends i to a[b[i]]. */
  int product(int a, int b) {
    int[] product = new int[degree];
    for (int i = 0; i < degree; i++) {
      product[i] = orders[a][orders[b][i]];
    }
    return number(product);
  }

  private int number(int[] order) {
    int number = 0;
    for (int i = 0; i < degree; i++) {
      int smallerAfter = 0;
      for (int j = i + 1; j < degree; j++) {
        smallerAfter += order[j] < order[i] ? 1 : 0;
      }
      number = number * (degree - i) + smallerAfter;
    }
    return number;
  }

  private int[] order(int number) {
    int[] order = new int[degree];
    int left = number;
    for (int i = degree - 1; i >= 0; i--) {
      order[i] = left % (degree - i);
      left /= degree - i;
      for (int j = i + 1; j < degree; j++) {
        order[j] += order[j] >= order[i] ? 1 : 0;
      }
    }
    return order;
  }
}
