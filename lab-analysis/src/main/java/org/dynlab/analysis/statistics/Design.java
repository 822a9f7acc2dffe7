package org.dynlab.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The named columns that a regression explains its target with, one number per observation. */
public final class Design {
  /** The name of the column of ones. */
  public static final String INTERCEPT = "(intercept)";

  private final List<String> names;
  private final List<double[]> columns;
  private final int observations;

  private Design(List<String> names, List<double[]> columns, int observations) {
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
    this.observations = observations;
  }

  /**
   * Takes copies.
   *
   * @param names distinct, one per column
   * @param rows [observations, columns], finite
   */
  public static Design of(List<String> names, double[][] rows) {
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("names must be distinct, got " + names);
    }
    List<double[]> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      columns.add(new double[rows.length]);
    }
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != names.size()) {
        throw new IllegalArgumentException("row " + r + " has " + rows[r].length + " numbers");
      }
      for (int c = 0; c < names.size(); c++) {
        if (!Double.isFinite(rows[r][c])) {
          throw new IllegalArgumentException(names.get(c) + "[" + r + "] is " + rows[r][c]);
        }
        columns.get(c)[r] = rows[r][c];
      }
    }
    return new Design(names, columns, rows.length);
  }

  /** The same with a column of ones, {@value #INTERCEPT}, before the others. */
  public Design withIntercept() {
    double[] ones = new double[observations];
    Arrays.fill(ones, 1);
    List<String> allNames = new ArrayList<>(List.of(INTERCEPT));
    allNames.addAll(names);
    List<double[]> allColumns = new ArrayList<>();
    allColumns.add(ones);
    allColumns.addAll(columns);
    return new Design(allNames, allColumns, observations);
  }

  /** Number of observations, N. */
  public int observations() {
    return observations;
  }

  /** The names in their order. */
  public List<String> names() {
    return names;
  }

  double[] column(int c) {
    return columns.get(c);
  }
}
