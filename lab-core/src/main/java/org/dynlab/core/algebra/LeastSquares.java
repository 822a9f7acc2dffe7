package org.dynlab.core.algebra;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgelsd_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The β that makes ‖Φβ − y‖₂ smallest, for Φ: [rows, columns] of any rank; of all such β the
 * shortest, singular values at or below {@code cutOff} times the largest counting as 0 (LAPACK
 * dgelsd, by singular values). Backward stable where the normal equations would square the
 * condition number, as those of smooth random features do.
 *
 * <p>Edges: all NaN if an entry is not finite or the iteration did not converge. Cost at m ≥ n:
 * about 4mn² + 8n³ flops.
 */
public final class LeastSquares {
  private final int rows;
  private final int columns;
  private final double cutOff;
  private final DenseMatrix scratch;
  private final DoubleBuffer solution;
  private final DoubleBuffer singularValues;
  private final IntBuffer rank = NativeMemory.ints(1);
  private final DoubleBuffer work;
  private final IntBuffer integers;

  /**
   * For matrices of that shape.
   *
   * @param cutOff in [0, 1); 2⁻⁵² if one number cannot be told from another
   */
  public LeastSquares(int rows, int columns, double cutOff) {
    this.rows = rows;
    this.columns = columns;
    this.cutOff = cutOff;
    this.scratch = new DenseMatrix(rows, columns);
    this.solution = NativeMemory.doubles(Math.max(rows, columns));
    this.singularValues = NativeMemory.doubles(Math.min(rows, columns));
    DoubleBuffer answer = NativeMemory.doubles(1);
    IntBuffer integer = NativeMemory.ints(1);
    int unused = solve(answer, -1, integer);
    this.work = NativeMemory.doubles((int) answer.get(0));
    this.integers = NativeMemory.ints(Math.max(1, integer.get(0)));
  }

  /** β: [columns] for y: [rows]; Φ is left as it is. */
  public double[] solve(DenseMatrix phi, double[] y) {
    if (phi.rows() != rows || phi.columns() != columns || y.length != rows) {
      throw new IllegalArgumentException(
          phi.rows() + " x " + phi.columns() + " and " + y.length + " for a system of " + rows);
    }
    scratch.entries().put(0, phi.entries(), 0, rows * columns);
    solution.put(0, y);
    double[] beta = new double[columns];
    if (!isFinite() || solve(work, work.capacity(), integers) != 0) {
      Arrays.fill(beta, Double.NaN);
    } else {
      solution.get(0, beta);
    }
    return beta;
  }

  private boolean isFinite() {
    double sum = 0;
    for (int i = 0; i < rows * columns; i++) {
      sum += 0 * scratch.entries().get(i);
    }
    for (int i = 0; i < rows; i++) {
      sum += 0 * solution.get(i);
    }
    return sum == 0;
  }

  private int solve(DoubleBuffer room, int length, IntBuffer integerRoom) {
    return LAPACKE_dgelsd_work(
        LAPACK_COL_MAJOR,
        rows,
        columns,
        1,
        scratch.entries(),
        rows,
        solution,
        Math.max(rows, columns),
        singularValues,
        cutOff,
        rank,
        room,
        length,
        integerRoom);
  }
}
