package org.dynlab.tasks;

/**
 * A binary operation on the residues 0..p-1, those of Power et al. 2022, arXiv:2201.02177, among
 * them.
 */
public enum Operation {
  /** x + y. */
  ADD("x + y mod p"),
  /** x - y. */
  SUBTRACT("x - y mod p"),
  /** x · y. */
  MULTIPLY("x · y mod p"),
  /** x · y⁻¹, for prime p and y from 1. */
  DIVIDE("x / y mod p, y ≠ 0"),
  /**
   * The literal x · y^(p-2) for any p and y from 1. For prime p it is division; for p = 96, as in
   * the "division modulo 96" of de Mello Koch and Ghosh 2025, arXiv:2504.12700, it is not: y^94 mod
   * 96 takes ten values only, 64 for 32 of the 95 second operands and 0 for 15, so label 0 has 27.9
   * % of the pairs, the labels 4.866 bits instead of 6.585.
   */
  LITERAL_DIVIDE("x · y^(p-2) mod p, y ≠ 0"),
  /** x² + y. */
  SQUARE_PLUS("x² + y mod p"),
  /** x² + xy + y². */
  QUADRATIC_FORM("x² + xy + y² mod p"),
  /** x³ + xy² + y. */
  CUBIC("x³ + xy² + y mod p");

  private final String formula;

  Operation(String formula) {
    this.formula = formula;
  }

  /** The operation as people write it, e.g. {@code x² + y mod p}. */
  public String formula() {
    return formula;
  }

  /** The smallest second operand: 1 for both divisions, otherwise 0. */
  int smallestY() {
    return this == DIVIDE || this == LITERAL_DIVIDE ? 1 : 0;
  }

  /** The result in 0..p-1 for x and y in 0..p-1; exact for p up to 10⁶. */
  int label(long x, long y, int p) {
    long value =
        switch (this) {
          case ADD -> x + y;
          case SUBTRACT -> x - y;
          case MULTIPLY -> x * y;
          case DIVIDE -> x * Residues.inverse(y, p);
          case LITERAL_DIVIDE -> x * Residues.power(y, p - 2, p);
          case SQUARE_PLUS -> x * x + y;
          case QUADRATIC_FORM -> x * x + x * y + y * y;
          case CUBIC -> x * x * x + x * y * y + y;
        };
    return Math.floorMod(value, p);
  }
}
