package org.dynlab.core.engine;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;

/**
 * The fused passes a dense network is made of. Shapes: n examples, X: [n, in], W: [in, out], Z and
 * error: [n, out]. One instance belongs to one network and keeps scratch memory; it is not safe for
 * use by several threads.
 */
public interface Kernels {

  /** c ← op(a)·op(b), op being the transpose where asked for. */
  void multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c);

  /**
   * z ← x·w + bias for multi-hot x given by tokens ({@code bias} may be null), h ← f(z). The z, h
   * and error of token layers are row-major: then a sum of rows is a sum of contiguous pieces.
   */
  void activateSums(Tokens tokens, Matrix w, Matrix bias, Activation f, Matrix z, Matrix h);

  /** error ← error · f'(z), then the gradients of w and bias of {@link #activateSums}. */
  void scatterError(
      Tokens tokens, Matrix z, Activation f, Matrix error, Matrix wGradient, Matrix biasGradient);

  /** z ← z + bias (if {@code bias} is not null), then h ← f(z); z and h may be one matrix. */
  void activate(Matrix z, Matrix bias, Activation f, Matrix h);

  /**
   * error ← error · f'(z) in the same layout, and the gradient of the bias, its column sums, if
   * that is not null.
   */
  void timesSlope(Matrix z, Activation f, Matrix error, Matrix biasGradient);

  /** sums_j ← Σ_i error_ij, the gradient with respect to a bias. */
  void columnSums(Matrix error, Matrix sums);

  /** to ← to + from, entry by entry; slower if one is row-major and the other is not. */
  void add(Matrix from, Matrix to);

  /** to ← to · factors, entry by entry; slower if one is row-major and the other is not. */
  void scale(Matrix factors, Matrix to);

  /** Adds up the loss of outputs z + bias ({@code bias} may be null); z is not kept. */
  LossSum loss(Loss loss, Matrix z, Matrix bias, Answers answers);

  /** As {@link #loss}, and z ← the gradient of the summed loss with respect to z. */
  LossSum lossAndError(Loss loss, Matrix z, Matrix bias, Answers answers);

  /** into[0, count) ← entries of {@code from}, as they lie in memory, from {@code offset} on. */
  void read(Matrix from, int offset, double[] into, int count);

  /** All entries of {@code to} ← the first of {@code from}, rounded to its number format. */
  void write(double[] from, Matrix to);
}
