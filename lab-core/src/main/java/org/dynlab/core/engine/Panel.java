package org.dynlab.core.engine;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;

/**
 * A piece of a column-major matrix in Java arrays of one number format, small enough for the cache,
 * where the compiler turns plain loops into vector instructions. Matrix memory is read and written
 * once per pass; everything between happens here.
 *
 * <p>Three arrays, named by what they usually hold ({@link Slot#Z}, {@link Slot#H}, {@link
 * Slot#ERROR}), and a table for the rows of a weight matrix. The two implementations differ in the
 * number format alone, which Java has no way to say once.
 */
interface Panel {

  /** The arrays of a panel. */
  enum Slot {
    /** Pre-activations or outputs. */
    Z,
    /** Activations. */
    H,
    /** Errors, or a copy of Z. */
    ERROR
  }

  /** Makes room for {@code count} entries in every slot. */
  void reserve(int count);

  /** slot[at, at + count) ← entries of the matrix from {@code offset} on. */
  void load(Slot slot, int at, Matrix from, int offset, int count);

  /** Entries of the matrix from {@code offset} on ← slot[at, at + count). */
  void store(Slot slot, int at, Matrix to, int offset, int count);

  /** Adds bias_j to each of the {@code rows} entries of the columns first..first+columns-1 of Z. */
  void shift(Matrix bias, int first, int columns, int rows);

  /** Adds the bias to each of {@code rows} rows of Z, which lie one after the other. */
  void shiftRows(Matrix bias, int rows);

  /** H ← f(Z) over the first {@code count} entries; ERROR is written over. */
  void activate(Activation f, int count);

  /** ERROR ← ERROR · f'(Z) over the first {@code count} entries; Z and H are written over. */
  void timesSlope(Activation f, int count);

  /** Z ← Z + H over the first {@code count} entries. */
  void add(int count);

  /** Z ← Z · H over the first {@code count} entries. */
  void scale(int count);

  /** Σ ERROR[from, from + rows). */
  double columnSum(int from, int rows);

  /** totals_j += Σ_i ERROR_ij for {@code rows} rows that lie one after the other. */
  void addRows(int rows, double[] totals);

  /** TABLE ← the rows of w, one after the other. */
  void loadTable(Matrix w);

  /** TABLE ← zeros for {@code entries} entries. */
  void clearTable(int entries);

  /** The rows of w ← TABLE. */
  void storeTable(Matrix w);

  /** Row i of Z ← Σ_s row tokens(first + i, s) of TABLE, rows being {@code columns} long. */
  void gather(Tokens tokens, int first, int rows, int columns);

  /** Row tokens(first + i, s) of TABLE += row i of ERROR, for every i and s. */
  void scatter(Tokens tokens, int first, int rows, int columns);

  /** The loss of {@code rows} examples whose outputs are the columns of Z; Z ← its gradient. */
  LossSum loss(Loss loss, int rows, int columns, Answers answers, int firstExample);

  /** into[at, at + count) ← the first {@code count} entries of Z. */
  void widen(double[] into, int at, int count);

  /** The first {@code count} entries of Z ← from[at, at + count), rounded. */
  void narrow(double[] from, int at, int count);

  /** c ← op(a)·op(b) by BLAS. */
  void multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c);
}
