package org.dynlab.analysis.hmm.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Rows of finite numbers, one sequence per run, stacked: run r has T_r ≥ 1 rows of the same d
 * columns, each row measured at a training step. Immutable.
 */
public final class Sequences {
  private final List<String> runs;
  private final List<String> columns;
  private final int[] offsets;
  private final long[] steps;
  private final double[] cells;

  private Sequences(
      List<String> runs, List<String> columns, int[] offsets, long[] steps, double[] cells) {
    this.runs = List.copyOf(runs);
    this.columns = List.copyOf(columns);
    this.offsets = offsets;
    this.steps = steps;
    this.cells = cells;
  }

  /** Names of the runs, in the order in which they were added. */
  public List<String> runs() {
    return runs;
  }

  /** Names of the d columns. */
  public List<String> columns() {
    return columns;
  }

  /** Number of runs. */
  public int count() {
    return runs.size();
  }

  /** Number of columns, d. */
  public int width() {
    return columns.size();
  }

  /** Rows of all runs together. */
  public int rows() {
    return offsets[runs.size()];
  }

  /** Rows of run r. */
  public int length(int run) {
    return offsets[run + 1] - offsets[run];
  }

  /** The training step of row t of run r. */
  public long step(int run, int t) {
    return steps[offsets[run] + t];
  }

  /** One cell. */
  public double value(int run, int t, int column) {
    return cells[(offsets[run] + t) * columns.size() + column];
  }

  /** A copy of all cells, row by row, run after run. */
  public double[] stacked() {
    return cells.clone();
  }

  /** Those runs only, in the given order. */
  public Sequences ofRuns(List<Integer> chosen) {
    Builder builder = new Builder(columns);
    for (int run : chosen) {
      builder.add(runs.get(run), stepsOf(run), rowsOf(run));
    }
    return builder.build();
  }

  /** Those columns only, in the given order. */
  public Sequences ofColumns(List<String> chosen) {
    int[] where = chosen.stream().mapToInt(this::indexOf).toArray();
    Builder builder = new Builder(chosen);
    for (int run = 0; run < count(); run++) {
      int r = run;
      double[][] rows = new double[length(run)][where.length];
      for (int t = 0; t < rows.length; t++) {
        int at = t;
        Arrays.setAll(rows[t], j -> value(r, at, where[j]));
      }
      builder.add(runs.get(run), stepsOf(run), rows);
    }
    return builder.build();
  }

  private int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new UserError("column " + column, "must be one of the features", "none", "" + columns);
    }
    return index;
  }

  /** The same runs, steps and columns with other cells, row by row, run after run. */
  Sequences withCells(double[] others) {
    return new Sequences(runs, columns, offsets, steps, others);
  }

  private long[] stepsOf(int run) {
    return Arrays.copyOfRange(steps, offsets[run], offsets[run + 1]);
  }

  private double[][] rowsOf(int run) {
    double[][] rows = new double[length(run)][];
    for (int t = 0; t < rows.length; t++) {
      int begin = (offsets[run] + t) * width();
      rows[t] = Arrays.copyOfRange(cells, begin, begin + width());
    }
    return rows;
  }

  /** Collects runs, and everything that is wrong with them. */
  public static final class Builder {
    private final List<String> columns;
    private final List<String> runs = new ArrayList<>();
    private final List<long[]> steps = new ArrayList<>();
    private final List<double[][]> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Rows with these columns. */
    public Builder(List<String> columns) {
      this.columns = List.copyOf(columns);
    }

    /** A run whose rows are measured at steps 0, 1, 2, … */
    public Builder add(String run, double[][] values) {
      long[] counted = new long[values.length];
      Arrays.setAll(counted, t -> t);
      return add(run, counted, values);
    }

    /**
     * A run; the arrays are copied when the sequences are built.
     *
     * @param measured strictly ascending, one per row
     */
    public Builder add(String run, long[] measured, double[][] values) {
      check("run " + run, measured, values);
      runs.add(run);
      steps.add(measured);
      rows.add(values);
      return this;
    }

    private void check(String where, long[] measured, double[][] values) {
      if (values.length == 0) {
        problems.add(new Problem(where, "must have at least one row", "0"));
      }
      if (measured.length != values.length) {
        problems.add(
            new Problem(where, "must have a step for each row", measured.length + " steps"));
        return;
      }
      for (int t = 0; t < values.length; t++) {
        if (t > 0 && measured[t] <= measured[t - 1]) {
          String got = measured[t] + " after " + measured[t - 1];
          problems.add(new Problem(where, "steps must ascend", got));
        }
        checkRow(where + ", step " + measured[t], values[t]);
      }
    }

    private void checkRow(String where, double[] row) {
      if (row.length != columns.size()) {
        String rule = "must have " + columns.size() + " columns";
        problems.add(new Problem(where, rule, String.valueOf(row.length)));
        return;
      }
      for (int j = 0; j < row.length; j++) {
        if (!Double.isFinite(row[j])) {
          String got = String.valueOf(row[j]);
          problems.add(new Problem(where + ", " + columns.get(j), "must be a finite number", got));
        }
      }
    }

    /** The sequences, or all problems at once. */
    public Sequences build() {
      if (columns.isEmpty()) {
        problems.add(new Problem("features", "must name at least one column", "none"));
      }
      if (runs.isEmpty()) {
        problems.add(new Problem("runs", "must have at least one with rows", "none"));
      }
      if (!problems.isEmpty()) {
        throw new UserError(problems);
      }
      return stack();
    }

    private Sequences stack() {
      int[] offsets = new int[runs.size() + 1];
      for (int run = 0; run < runs.size(); run++) {
        offsets[run + 1] = offsets[run] + rows.get(run).length;
      }
      int width = columns.size();
      long[] stackedSteps = new long[offsets[runs.size()]];
      double[] cells = new double[Math.multiplyExact(stackedSteps.length, width)];
      for (int run = 0; run < runs.size(); run++) {
        double[][] values = rows.get(run);
        System.arraycopy(steps.get(run), 0, stackedSteps, offsets[run], values.length);
        for (int t = 0; t < values.length; t++) {
          System.arraycopy(values[t], 0, cells, (offsets[run] + t) * width, width);
        }
      }
      return new Sequences(runs, columns, offsets, stackedSteps, cells);
    }
  }
}
