package org.dynlab.instrument.information;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.core.activation.DoubleExp;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;

/**
 * Bounds on the information of T = h + ε with ε ~ N(0, σ²) in every unit, which for n inputs is a
 * mixture of n Gaussians (Kolchinsky and Tracey 2017, doi:10.3390/e19070361; as used by Saxe et al.
 * 2018, ICLR, equations 7 to 12): with D_ij = ‖h_i - h_j‖²
 *
 * <pre>
 * upper  I(X;T) ≤ -(1/n) Σ_i ln[(1/n) Σ_j exp(-D_ij/(2σ²))]
 * lower  I(X;T) ≥ -(1/n) Σ_i ln[(1/n) Σ_j exp(-D_ij/(8σ²))]
 * I(T;Y) = H(T) - Σ_c p_c H(T|Y=c), each term by the same bound
 * </pre>
 *
 * <p>so that the two numbers for Y are differences of bounds and bound nothing by themselves. All h
 * equal give 0, all far apart ln n; lower ≤ upper. Distances come from inner products and are exact
 * to about 1e-16 of the largest squared norm. Cost: n²/2 · width multiplications and one
 * exponential for each pair and σ²; memory for {@value #BLOCK} · n numbers. One owner, one thread.
 */
final class MixtureBounds {
  private static final int BLOCK = 128;
  private DenseMatrix rows;
  private DenseMatrix products;
  private double[] squares = {};
  private double[] unit = {};
  private int[] ends = {};
  private double[] kernel = {};
  private double[] scratch = {};
  private KernelSums all;
  private KernelSums inClass;
  private KernelSums ofBlock;
  private KernelSums ofBlockInClass;

  /** Sums over j of the kernels exp(-D/8σ²) (wide) and exp(-D/2σ²) (narrow). */
  private static final class KernelSums {
    final double[] wide;
    final double[] narrow;

    KernelSums(int n) {
      wide = new double[n];
      narrow = new double[n];
    }

    void clear(double value) {
      Arrays.fill(wide, value);
      Arrays.fill(narrow, value);
    }

    /** Adds the first {@code count} of {@code others} from entry {@code at} on. */
    void add(KernelSums others, int at, int count) {
      for (int k = 0; k < count; k++) {
        wide[at + k] += others.wide[k];
        narrow[at + k] += others.narrow[k];
      }
    }

    /**
     * Adds kernels {@code from..to-1} to the same entries, and all of them to entry {@code row}.
     */
    void add(double[] kernel, int from, int to, int row) {
      addEach(kernel, from, to);
      double sum = 0;
      double fourths = 0;
      for (int k = from; k < to; k++) {
        double square = kernel[k] * kernel[k];
        sum += kernel[k];
        fourths += square * square;
      }
      wide[row] += sum;
      narrow[row] += fourths;
    }

    private void addEach(double[] kernel, int from, int to) {
      double[] w = wide;
      double[] s = narrow;
      for (int k = from; k < to; k++) {
        double square = kernel[k] * kernel[k];
        w[k] += kernel[k];
        s[k] += square * square;
      }
    }
  }

  /**
   * Both bounds.
   *
   * @param lower with the kernel exp(-D/8σ²)
   * @param upper with the kernel exp(-D/2σ²)
   */
  record Bounds(Estimate lower, Estimate upper) {
    static final Bounds NONE = new Bounds(Estimate.NONE, Estimate.NONE);
  }

  /**
   * The bounds for a layer's outputs; NaN where one is not finite or the variance is not positive.
   *
   * @param outputs [n, width], column after column
   * @param variance σ²
   */
  Bounds of(double[] outputs, int n, double variance, Optional<ProbeClasses> classes) {
    reserve(outputs.length / n, n);
    load(outputs, n, classes);
    boolean finite = Double.isFinite(Arrays.stream(squares).sum());
    if (!finite || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      return Bounds.NONE;
    }
    all.clear(1);
    inClass.clear(1);
    for (int first = 0; first < n; first += BLOCK) {
      addBlock(first, Math.min(BLOCK, n - first), -1 / (8 * variance));
    }
    return new Bounds(
        estimate(all.wide, inClass.wide, classes), estimate(all.narrow, inClass.narrow, classes));
  }

  /** The median over i of the least ‖h_i - h_j‖² over j ≠ i, divided by the width. */
  double spacing(double[] outputs, int n) {
    int width = outputs.length / n;
    reserve(width, n);
    load(outputs, n, Optional.empty());
    double[] least = new double[n];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int first = 0; first < n; first += BLOCK) {
      int count = Math.min(BLOCK, n - first);
      MatrixProduct.ofLaterColumns(rows, first, count, products);
      for (int r = 0; r < count; r++) {
        distances(first, r, n - first);
        for (int k = r + 1; k < n - first; k++) {
          least[first + r] = Math.min(least[first + r], kernel[k]);
          least[first + k] = Math.min(least[first + k], kernel[k]);
        }
      }
    }
    Arrays.sort(least);
    return least[n / 2] / width;
  }

  private void reserve(int width, int n) {
    if (rows == null || rows.rows() != width || rows.columns() != n) {
      rows = new DenseMatrix(width, n);
      products = new DenseMatrix(n, Math.min(n, BLOCK));
      squares = new double[n];
      unit = new double[width];
      ends = new int[n];
      kernel = new double[n];
      scratch = new double[n];
      all = new KernelSums(n);
      inClass = new KernelSums(n);
      ofBlock = new KernelSums(n);
      ofBlockInClass = new KernelSums(n);
    }
  }

  /** Stores the outputs row by row, sorted by class. */
  private void load(double[] outputs, int n, Optional<ProbeClasses> classes) {
    Arrays.fill(ends, n);
    classes.ifPresent(this::findEnds);
    for (int i = 0; i < n; i++) {
      int from = classes.isPresent() ? classes.get().order()[i] : i;
      double sum = 0;
      for (int j = 0; j < unit.length; j++) {
        unit[j] = outputs[j * n + from];
        sum += unit[j] * unit[j];
      }
      squares[i] = sum;
      rows.entries().put(i * unit.length, unit);
    }
  }

  /** ends[i] ← one past the last row of i's class. */
  private void findEnds(ProbeClasses classes) {
    for (int c = 0; c < classes.ends().length; c++) {
      Arrays.fill(ends, classes.begin(c), classes.ends()[c], classes.ends()[c]);
    }
  }

  /** Adds the kernels of the block's rows with all later rows; each counts for both. */
  private void addBlock(int first, int count, double factor) {
    int later = squares.length - first;
    MatrixProduct.ofLaterColumns(rows, first, count, products);
    ofBlock.clear(0);
    ofBlockInClass.clear(0);
    for (int r = 0; r < count; r++) {
      distances(first, r, later);
      DoubleExp.replace(factor, kernel, scratch, later);
      ofBlock.add(kernel, r + 1, later, r);
      ofBlockInClass.add(kernel, r + 1, ends[first + r] - first, r);
    }
    all.add(ofBlock, first, later);
    inClass.add(ofBlockInClass, first, later);
  }

  /** kernel_k ← ‖h_r - h_k‖², rows counted from the block's first. */
  private void distances(int first, int r, int later) {
    products.entries().get(r * products.rows(), kernel, 0, later);
    System.arraycopy(squares, first, scratch, 0, later);
    double own = squares[first + r];
    for (int k = 0; k < later; k++) {
      kernel[k] = Math.max(0, (scratch[k] - 2 * kernel[k]) + own);
    }
  }

  private static Estimate estimate(
      double[] sums, double[] sumsInClass, Optional<ProbeClasses> classes) {
    double information = Math.max(0, Math.log(sums.length) - meanLog(sums));
    double within = classes.map(known -> within(sumsInClass, known)).orElse(Double.NaN);
    return new Estimate(information, information - within);
  }

  private static double meanLog(double[] sums) {
    double logs = 0;
    for (double sum : sums) {
      logs += Math.log(sum);
    }
    return logs / sums.length;
  }

  /** Σ_c p_c I(X;T|Y=c): the noise's entropy cancels against that of the whole. */
  private static double within(double[] sums, ProbeClasses classes) {
    double total = -sums.length * meanLog(sums);
    for (int c = 0; c < classes.ends().length; c++) {
      int count = classes.count(c);
      total += count == 0 ? 0 : count * Math.log(count);
    }
    return total / sums.length;
  }
}
