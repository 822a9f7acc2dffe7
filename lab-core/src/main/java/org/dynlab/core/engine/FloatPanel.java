package org.dynlab.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.FloatLoss;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.state.Slot;

/** A panel of single-precision numbers; losses are added up in double. */
final class FloatPanel implements Panel {
  private static final int SUM_BLOCK = 256;
  private static final int TILE = 16;
  private float[] z = new float[0];
  private float[] h = new float[0];
  private float[] error = new float[0];
  private float[] table = new float[0];
  private float[] columnMajor = new float[0];
  private float[] line = new float[0];
  private float[] partial = new float[0];
  private final FloatLoss losses = new FloatLoss();

  @Override
  public void reserve(int count) {
    if (z.length < count) {
      z = new float[count];
      h = new float[count];
      error = new float[count];
    }
  }

  private float[] array(Slot slot) {
    return slot == Slot.Z ? z : slot == Slot.H ? h : error;
  }

  @Override
  public void load(Slot slot, int at, Matrix from, int offset, int count) {
    from.floats().get(offset, array(slot), at, count);
  }

  @Override
  public void store(Slot slot, int at, Matrix to, int offset, int count) {
    to.floats().put(offset, array(slot), at, count);
  }

  @Override
  public void shift(Matrix bias, int first, int columns, int rows) {
    float[] values = z;
    for (int j = 0; j < columns; j++) {
      float b = bias.floats().get(first + j);
      for (int i = j * rows; i < (j + 1) * rows; i++) {
        values[i] += b;
      }
    }
  }

  @Override
  public void activate(Activation f, int count) {
    f.curve().apply(z, h, error, count);
  }

  @Override
  public void timesSlope(Activation f, int count) {
    f.curve().timesSlope(z, error, h, count);
  }

  @Override
  public void add(int count) {
    add(h, z, count);
  }

  @Override
  public void scale(int count) {
    for (int i = 0; i < count; i++) {
      z[i] *= h[i];
    }
  }

  @Override
  public double columnSum(int from, int rows) {
    double total = 0;
    for (int at = from; at < from + rows; at += SUM_BLOCK) {
      total += blockSum(at, Math.min(at + SUM_BLOCK, from + rows));
    }
    return total;
  }

  /** Four running sums: additions of one sum would wait for each other. */
  private float blockSum(int from, int end) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < end; i += 4) {
      a += error[i];
      b += error[i + 1];
      c += error[i + 2];
      d += error[i + 3];
    }
    for (; i < end; i++) {
      a += error[i];
    }
    return (a + b) + (c + d);
  }

  // Additions run over equal indices of different arrays: only then does the compiler turn them
  // into vector code, so rows are first copied to where they are needed.
  @Override
  public void shiftRows(Matrix bias, int rows) {
    int columns = bias.columns();
    load(Slot.H, 0, bias, 0, columns);
    for (int i = 1; i < rows; i++) {
      System.arraycopy(h, 0, h, i * columns, columns);
    }
    add(h, z, rows * columns);
  }

  @Override
  public void addRows(int rows, double[] totals) {
    int columns = totals.length;
    reserveLines(columns);
    Arrays.fill(partial, 0, columns, 0);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(error, i * columns, line, 0, columns);
      add(line, partial, columns);
    }
    for (int j = 0; j < columns; j++) {
      totals[j] += partial[j];
    }
  }

  private void reserveLines(int columns) {
    if (line.length < columns) {
      line = new float[columns];
      partial = new float[columns];
    }
  }

  @Override
  public void loadTable(Matrix w) {
    reserveTable(w.size());
    w.floats().get(0, columnMajor, 0, w.size());
    transpose(columnMajor, table, w.columns(), w.rows());
  }

  @Override
  public void clearTable(int entries) {
    reserveTable(entries);
    Arrays.fill(table, 0, entries, 0f);
  }

  @Override
  public void storeTable(Matrix w) {
    transpose(table, columnMajor, w.rows(), w.columns());
    w.floats().put(0, columnMajor, 0, w.size());
  }

  private void reserveTable(int entries) {
    if (table.length < entries) {
      table = new float[entries];
      columnMajor = new float[entries];
    }
  }

  /** to_ji ← from_ij for from: [n, m], both row after row, in tiles that stay in the cache. */
  private static void transpose(float[] from, float[] to, int n, int m) {
    for (int i0 = 0; i0 < n; i0 += TILE) {
      int end = Math.min(n, i0 + TILE);
      for (int j = 0; j < m; j++) {
        for (int i = i0; i < end; i++) {
          to[j * n + i] = from[i * m + j];
        }
      }
    }
  }

  @Override
  public void gather(Tokens tokens, int first, int rows, int columns) {
    copyRows(tokens.slot(0), first, rows, columns, z);
    for (int s = 1; s < tokens.slots(); s++) {
      copyRows(tokens.slot(s), first, rows, columns, h);
      add(h, z, rows * columns);
    }
  }

  private void copyRows(int[] slot, int first, int rows, int columns, float[] to) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(table, slot[first + i] * columns, to, i * columns, columns);
    }
  }

  @Override
  public void scatter(Tokens tokens, int first, int rows, int columns) {
    reserveLines(columns);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(error, i * columns, line, 0, columns);
      for (int s = 0; s < tokens.slots(); s++) {
        int row = tokens.slot(s)[first + i] * columns;
        System.arraycopy(table, row, partial, 0, columns);
        add(line, partial, columns);
        System.arraycopy(partial, 0, table, row, columns);
      }
    }
  }

  private static void add(float[] from, float[] to, int count) {
    for (int j = 0; j < count; j++) {
      to[j] += from[j];
    }
  }

  @Override
  public LossSum loss(Loss loss, int rows, int columns, Answers answers, int firstExample) {
    return losses.of(z, h, rows, columns).add(loss, answers, firstExample);
  }

  @Override
  public void widen(double[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = z[i];
    }
  }

  @Override
  public void narrow(double[] from, int at, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = (float) from[at + i];
    }
  }

  @Override
  public void multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c) {
    if (c.rowMajor()) {
      product(b, b.rowMajor() == transposeB, a, a.rowMajor() == transposeA, c);
    } else {
      product(a, a.rowMajor() != transposeA, b, b.rowMajor() != transposeB, c);
    }
  }

  /** c as it lies in memory ← a·b as they lie in memory, transposed where asked for. */
  private static void product(Matrix a, boolean turnA, Matrix b, boolean turnB, Matrix c) {
    int m = c.leading();
    int inner = turnA ? a.leading() : a.size() / a.leading();
    cblas_sgemm(
        CblasColMajor,
        turnA ? CblasTrans : CblasNoTrans,
        turnB ? CblasTrans : CblasNoTrans,
        m,
        c.size() / m,
        inner,
        1f,
        a.floatPointer(),
        a.leading(),
        b.floatPointer(),
        b.leading(),
        0f,
        c.floatPointer(),
        m);
  }
}
