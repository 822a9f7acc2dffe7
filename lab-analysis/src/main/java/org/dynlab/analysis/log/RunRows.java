package org.dynlab.analysis.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Shelf;

/**
 * The rows of one run as they come: steps in any order, some of them perhaps more than once.
 * Memory: 8 bytes per cell. One thread owns it.
 */
final class RunRows {
  private static final int FIRST_ROWS = 64;

  private long[] steps = new long[FIRST_ROWS];
  private final double[][] values;
  private final BitSet[] missing;
  private int rows;
  private int unsorted;
  private int overwritten;

  /** For so many columns. */
  RunRows(int columns) {
    values = new double[columns][FIRST_ROWS];
    missing = new BitSet[columns];
    Arrays.setAll(missing, i -> new BitSet());
  }

  /** Takes a row. */
  void add(long step, double[] row, boolean[] measured) {
    if (rows == steps.length) {
      steps = Arrays.copyOf(steps, 2 * rows);
      Arrays.setAll(values, i -> isDropped(i) ? values[i] : Arrays.copyOf(values[i], 2 * rows));
    }
    for (int i = 0; i < row.length; i++) {
      if (!measured[i]) {
        missing[i].set(rows);
      } else if (!isDropped(i)) {
        values[i][rows] = row[i];
      }
    }
    unsorted += rows > 0 && step < steps[rows - 1] ? 1 : 0;
    steps[rows++] = step;
  }

  int size() {
    return rows;
  }

  /** Whether the run is back at its first step after others. */
  boolean beginsAgainAt(long step) {
    return rows > 1 && step == steps[0] && step < steps[rows - 1];
  }

  /** The largest step, -1 without rows. */
  long lastStep() {
    return LongStream.of(steps).limit(rows).max().orElse(-1);
  }

  /** How many rows have a smaller step than the row before. */
  int unsorted() {
    return unsorted;
  }

  /** How many cells gave way to a later one of the same step; known once there are curves. */
  int overwritten() {
    return overwritten;
  }

  /** Drops what was kept of a column. */
  void drop(int column) {
    values[column] = new double[0];
  }

  private boolean isDropped(int column) {
    return values[column].length == 0;
  }

  /**
   * The columns as curves, in ascending steps; of several cells at a step the last one counts.
   * Columns without a measured cell and dropped ones are absent. The rows are given up.
   */
  Map<String, Curve> curves(List<String> columns, Shelf shelf) {
    long[] distinct = LongStream.of(steps).limit(rows).sorted().distinct().toArray();
    int[] places = distinct.length == rows && unsorted == 0 ? null : places(distinct);
    Map<BitSet, long[]> shared = new HashMap<>();
    Map<String, Curve> curves = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!isDropped(i) && missing[i].cardinality() < rows) {
        BitSet measured = new BitSet();
        double[] kept = compact(i, places, distinct.length, measured);
        long[] at =
            shared.computeIfAbsent(measured, m -> m.stream().mapToLong(p -> distinct[p]).toArray());
        curves.put(columns.get(i), shelf.put(at, kept));
      }
      drop(i);
    }
    return curves;
  }

  /** Where each row's step stands among the distinct ones. */
  private int[] places(long[] distinct) {
    int[] places = new int[rows];
    Arrays.setAll(places, row -> Arrays.binarySearch(distinct, steps[row]));
    return places;
  }

  /** The measured values of a column by ascending steps; which of the distinct steps have one. */
  private double[] compact(int column, int[] places, int distinct, BitSet measured) {
    double[] byStep = new double[distinct];
    for (int row = 0; row < rows; row++) {
      if (!missing[column].get(row)) {
        int place = places == null ? row : places[row];
        overwritten += measured.get(place) ? 1 : 0;
        byStep[place] = values[column][row];
        measured.set(place);
      }
    }
    return measured.cardinality() == distinct
        ? byStep
        : measured.stream().mapToDouble(place -> byStep[place]).toArray();
  }
}
