package org.dynlab.core.engine;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Panel.Slot;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;

/**
 * The kernels on the memory of the CPU backend: matrix products by BLAS, everything else panel by
 * panel, so that each pass reads and writes main memory once. Panels are whole columns, or whole
 * rows of a row-major matrix; the loss, on column-major outputs, takes all columns of a block of
 * rows.
 */
final class PanelKernels implements Kernels {
  private static final int PANEL_ENTRIES = 4096;
  private static final int LOSS_ROWS = 256;
  private final Panel panel;

  PanelKernels(Panel panel) {
    this.panel = panel;
  }

  @Override
  public void multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c) {
    panel.multiply(a, transposeA, b, transposeB, c);
  }

  @Override
  public void activateSums(Tokens tokens, Matrix w, Matrix bias, Activation f, Matrix z, Matrix h) {
    int columns = z.columns();
    int step = linesPerPanel(columns);
    panel.reserve(step * columns);
    panel.loadTable(w);
    for (int i = 0; i < z.rows(); i += step) {
      int rows = Math.min(step, z.rows() - i);
      panel.gather(tokens, i, rows, columns);
      if (bias != null) {
        panel.shiftRows(bias, rows);
      }
      finish(z, f, h, i * columns, rows * columns);
    }
  }

  @Override
  public void scatterError(
      Tokens tokens, Matrix z, Activation f, Matrix error, Matrix wGradient, Matrix biasGradient) {
    int columns = error.columns();
    int step = linesPerPanel(columns);
    panel.reserve(step * columns);
    panel.clearTable(wGradient.size());
    double[] totals = new double[columns];
    for (int i = 0; i < error.rows(); i += step) {
      int rows = Math.min(step, error.rows() - i);
      panel.load(Slot.Z, 0, z, i * columns, rows * columns);
      panel.load(Slot.ERROR, 0, error, i * columns, rows * columns);
      panel.timesSlope(f, rows * columns);
      panel.scatter(tokens, i, rows, columns);
      if (biasGradient != null) {
        panel.addRows(rows, totals);
      }
    }
    panel.storeTable(wGradient);
    if (biasGradient != null) {
      write(totals, biasGradient);
    }
  }

  @Override
  public void activate(Matrix z, Matrix bias, Activation f, Matrix h) {
    int line = z.leading();
    int step = linesPerPanel(line);
    panel.reserve(step * line);
    for (int at = 0; at < z.size(); at += step * line) {
      int count = Math.min(step * line, z.size() - at);
      panel.load(Slot.Z, 0, z, at, count);
      if (bias != null && z.rowMajor()) {
        panel.shiftRows(bias, count / line);
      } else if (bias != null) {
        panel.shift(bias, at / line, count / line, line);
      }
      finish(z, f, h, at, count);
    }
  }

  /** Activates the entries that slot Z holds; z is stored unless h takes its place. */
  private void finish(Matrix z, Activation f, Matrix h, int at, int count) {
    if (z.array() != h.array()) {
      panel.store(Slot.Z, 0, z, at, count);
    }
    panel.activate(f, count);
    panel.store(Slot.H, 0, h, at, count);
  }

  @Override
  public void timesSlope(Matrix z, Activation f, Matrix error, Matrix biasGradient) {
    int line = error.leading();
    int step = linesPerPanel(line);
    panel.reserve(step * line);
    double[] totals = new double[error.columns()];
    for (int at = 0; at < error.size(); at += step * line) {
      int count = Math.min(step * line, error.size() - at);
      panel.load(Slot.Z, 0, z, at, count);
      panel.load(Slot.ERROR, 0, error, at, count);
      panel.timesSlope(f, count);
      panel.store(Slot.ERROR, 0, error, at, count);
      if (biasGradient != null) {
        addColumns(error, at, count, totals);
      }
    }
    if (biasGradient != null) {
      write(totals, biasGradient);
    }
  }

  @Override
  public void columnSums(Matrix error, Matrix sums) {
    int line = error.leading();
    int step = linesPerPanel(line);
    panel.reserve(step * line);
    double[] totals = new double[error.columns()];
    for (int at = 0; at < error.size(); at += step * line) {
      int count = Math.min(step * line, error.size() - at);
      panel.load(Slot.ERROR, 0, error, at, count);
      addColumns(error, at, count, totals);
    }
    write(totals, sums);
  }

  /** Adds up the entries that slot ERROR holds, whole lines of the matrix from entry {@code at}. */
  private void addColumns(Matrix error, int at, int count, double[] totals) {
    int line = error.leading();
    if (error.rowMajor()) {
      panel.addRows(count / line, totals);
      return;
    }
    for (int k = 0; k < count / line; k++) {
      totals[at / line + k] = panel.columnSum(k * line, line);
    }
  }

  @Override
  public void add(Matrix from, Matrix to) {
    if (from.rowMajor() != to.rowMajor()) {
      to.array().addi(from.array());
      return;
    }
    panel.reserve(PANEL_ENTRIES);
    for (int at = 0; at < to.size(); at += PANEL_ENTRIES) {
      int count = loadBoth(from, to, at);
      panel.add(count);
      panel.store(Slot.Z, 0, to, at, count);
    }
  }

  @Override
  public void scale(Matrix factors, Matrix to) {
    if (factors.rowMajor() != to.rowMajor()) {
      to.array().muli(factors.array());
      return;
    }
    panel.reserve(PANEL_ENTRIES);
    for (int at = 0; at < to.size(); at += PANEL_ENTRIES) {
      int count = loadBoth(factors, to, at);
      panel.scale(count);
      panel.store(Slot.Z, 0, to, at, count);
    }
  }

  /** Z ← a panel of {@code to}, H ← the same entries of {@code from}. */
  private int loadBoth(Matrix from, Matrix to, int at) {
    int count = Math.min(PANEL_ENTRIES, to.size() - at);
    panel.load(Slot.Z, 0, to, at, count);
    panel.load(Slot.H, 0, from, at, count);
    return count;
  }

  @Override
  public LossSum loss(Loss loss, Matrix z, Matrix bias, Answers answers) {
    return overRows(loss, z, bias, answers, false);
  }

  @Override
  public LossSum lossAndError(Loss loss, Matrix z, Matrix bias, Answers answers) {
    return overRows(loss, z, bias, answers, true);
  }

  @Override
  public void read(Matrix from, int offset, double[] into, int count) {
    panel.reserve(PANEL_ENTRIES);
    for (int at = 0; at < count; at += PANEL_ENTRIES) {
      int length = Math.min(PANEL_ENTRIES, count - at);
      panel.load(Slot.Z, 0, from, offset + at, length);
      panel.widen(into, at, length);
    }
  }

  @Override
  public void write(double[] from, Matrix to) {
    panel.reserve(PANEL_ENTRIES);
    for (int at = 0; at < to.size(); at += PANEL_ENTRIES) {
      int length = Math.min(PANEL_ENTRIES, to.size() - at);
      panel.narrow(from, at, length);
      panel.store(Slot.Z, 0, to, at, length);
    }
  }

  private LossSum overRows(Loss loss, Matrix z, Matrix bias, Answers answers, boolean keepError) {
    double total = 0;
    int correct = 0;
    panel.reserve(LOSS_ROWS * z.columns());
    for (int first = 0; first < z.rows(); first += LOSS_ROWS) {
      int rows = Math.min(LOSS_ROWS, z.rows() - first);
      for (int j = 0; j < z.columns(); j++) {
        panel.load(Slot.Z, j * rows, z, j * z.rows() + first, rows);
      }
      if (bias != null) {
        panel.shift(bias, 0, z.columns(), rows);
      }
      LossSum sum = panel.loss(loss, rows, z.columns(), answers, first);
      total += sum.loss();
      correct += sum.correct();
      for (int j = 0; keepError && j < z.columns(); j++) {
        panel.store(Slot.Z, j * rows, z, j * z.rows() + first, rows);
      }
    }
    return new LossSum(total, correct);
  }

  private static int linesPerPanel(int line) {
    return Math.max(1, PANEL_ENTRIES / Math.max(1, line));
  }
}
