package org.dynlab.analysis.statistics;

import java.util.ArrayList;
import java.util.List;

/** A linear span that grows column by column: its orthonormal basis by Gram and Schmidt, twice. */
final class Span {
  /** What is left of a column of length 1 that counts as in the span; R's lm has the same. */
  private static final double TOLERANCE = 1e-7;

  private final List<double[]> basis = new ArrayList<>();

  /** Whether the column is in the span up to {@value #TOLERANCE} of its length; 0 always is. */
  boolean holds(double[] column) {
    return Vectors.norm(outside(column)) <= TOLERANCE * Vectors.norm(column);
  }

  /** Makes the span hold the column, which it must not hold yet. */
  void add(double[] column) {
    double[] rest = outside(column);
    basis.add(Vectors.scaled(rest, 1 / Vectors.norm(rest)));
  }

  private double[] outside(double[] column) {
    double[] rest = column.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : basis) {
        double along = Vectors.dot(direction, rest);
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= along * direction[i];
        }
      }
    }
    return rest;
  }
}
