package org.dynlab.core.engine.transformer;

import java.util.Arrays;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;

/**
 * Scaled dot-product attention of H heads side by side (Vaswani et al. 2017, arXiv 1706.03762, eq.
 * 1): with rows q, k, v: [d] of each token cut into H pieces of e = d/H numbers,
 *
 * <pre>p = softmax over t of q·k_t/√e,   o = Σ_t p_t v_t</pre>
 *
 * <p>Queries belong to all tokens of an example or to its last one. Rows are found through an
 * index, so tokens with equal rows share them, and their gradients add up there. All arithmetic is
 * in double, whatever the matrices hold. Cost: 2 n · queries · keys · d multiplications forward, 4
 * of the same back.
 */
public final class AttentionHeads {
  /**
   * Weights of less than 2⁻⁶⁴ of the largest one are zero: they change no output, and gradients of
   * their size would be subnormal in single precision, where products are slow.
   */
  private static final double FADED = -64 * Math.log(2);

  private final Kernels kernels;
  private final int heads;
  private final int width;
  private final int headWidth;
  private final boolean causal;
  private final double scale;
  private RowIndex queries;
  private RowIndex keys;
  private double[] q = new double[0];
  private double[] k = new double[0];
  private double[] v = new double[0];
  private double[] o = new double[0];
  private double[] p = new double[0];
  private double[] mask;
  private double[] qError = new double[0];
  private double[] kError = new double[0];
  private double[] vError = new double[0];
  private double[] pError = new double[0];

  /**
   * @param causal whether a token sees only itself and those before it
   */
  public AttentionHeads(Kernels kernels, int heads, int width, boolean causal) {
    this.kernels = kernels;
    this.heads = heads;
    this.width = width;
    this.headWidth = width / heads;
    this.causal = causal;
    this.scale = 1 / Math.sqrt(headWidth);
  }

  /** Tells which rows the tokens have, before {@link #forward}. */
  public void tokens(RowIndex newQueries, RowIndex newKeys) {
    queries = newQueries;
    keys = newKeys;
    p = sized(p, queries.size() * heads * keys.tokens());
    pError = sized(pError, keys.tokens());
  }

  /** Number of attention distributions: one of every head for every query. */
  public int distributions() {
    return queries.size() * heads;
  }

  /**
   * o ← the attention output of every query.
   *
   * @param newMask factors on the attention weights [distributions, keys], or null for ones
   */
  public void forward(Matrix newQ, Matrix newK, Matrix newV, double[] newMask, Matrix to) {
    q = load(q, newQ);
    k = load(k, newK);
    v = load(v, newV);
    o = sized(o, to.size());
    Arrays.fill(o, 0);
    mask = newMask;
    for (int i = 0; i < queries.size(); i++) {
      for (int head = 0; head < heads; head++) {
        attend(i, head);
      }
    }
    kernels.write(o, to);
  }

  private void attend(int query, int head) {
    int at = (query * heads + head) * keys.tokens();
    int piece = head * headWidth;
    int reach = reach(query);
    for (int t = 0; t < reach; t++) {
      p[at + t] = scale * dot(q, queryRow(query) + piece, k, keyRow(query, t) + piece);
    }
    softmax(at, reach);
    Arrays.fill(p, at + reach, at + keys.tokens(), 0);
    for (int t = 0; t < reach; t++) {
      addScaled(weight(at + t), v, keyRow(query, t) + piece, o, query * width + piece);
    }
  }

  /** Gradients with respect to the rows of q, k and v from that with respect to o. */
  public void backward(Matrix error, Matrix toQ, Matrix toK, Matrix toV) {
    o = load(o, error);
    qError = cleared(qError, toQ.size());
    kError = cleared(kError, toK.size());
    vError = cleared(vError, toV.size());
    for (int i = 0; i < queries.size(); i++) {
      for (int head = 0; head < heads; head++) {
        attendBack(i, head);
      }
    }
    kernels.write(qError, toQ);
    kernels.write(kError, toK);
    kernels.write(vError, toV);
  }

  private void attendBack(int query, int head) {
    int at = (query * heads + head) * keys.tokens();
    int piece = head * headWidth;
    int reach = reach(query);
    int error = query * width + piece;
    double mean = 0;
    for (int t = 0; t < reach; t++) {
      int row = keyRow(query, t) + piece;
      pError[t] = factor(at + t) * dot(o, error, v, row);
      mean += p[at + t] * pError[t];
      addScaled(weight(at + t), o, error, vError, row);
    }
    int queryRow = queryRow(query) + piece;
    for (int t = 0; t < reach; t++) {
      int row = keyRow(query, t) + piece;
      double slope = scale * p[at + t] * (pError[t] - mean);
      addScaled(slope, k, row, qError, queryRow);
      addScaled(slope, q, queryRow, kError, row);
    }
  }

  private int reach(int query) {
    int hidden = queries.tokens() - 1 - query % queries.tokens();
    return causal ? keys.tokens() - hidden : keys.tokens();
  }

  private int queryRow(int query) {
    return queries.row(query) * width;
  }

  private int keyRow(int query, int t) {
    return keys.row(query / queries.tokens() * keys.tokens() + t) * width;
  }

  private double factor(int at) {
    return mask == null ? 1 : mask[at];
  }

  private double weight(int at) {
    return p[at] * factor(at);
  }

  private void softmax(int at, int count) {
    double max = p[at];
    for (int t = 1; t < count; t++) {
      max = Math.max(max, p[at + t]);
    }
    double sum = 0;
    for (int t = 0; t < count; t++) {
      double below = p[at + t] - max;
      p[at + t] = below < FADED ? 0 : Math.exp(below);
      sum += p[at + t];
    }
    for (int t = 0; t < count; t++) {
      p[at + t] /= sum;
    }
  }

  private double dot(double[] a, int fromA, double[] b, int fromB) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < headWidth; j += 2) {
      even += a[fromA + j] * b[fromB + j];
      odd += a[fromA + j + 1] * b[fromB + j + 1];
    }
    return j < headWidth ? even + odd + a[fromA + j] * b[fromB + j] : even + odd;
  }

  private void addScaled(double factor, double[] a, int fromA, double[] b, int fromB) {
    for (int j = 0; j < headWidth; j++) {
      b[fromB + j] += factor * a[fromA + j];
    }
  }

  private double[] load(double[] into, Matrix from) {
    double[] values = sized(into, from.size());
    kernels.read(from, 0, values, values.length);
    return values;
  }

  private static double[] cleared(double[] old, int count) {
    double[] values = sized(old, count);
    Arrays.fill(values, 0);
    return values;
  }

  private static double[] sized(double[] old, int count) {
    return old.length == count ? old : new double[count];
  }
}
