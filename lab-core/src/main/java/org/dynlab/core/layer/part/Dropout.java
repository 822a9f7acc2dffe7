package org.dynlab.core.layer.part;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;

/**
 * Drops units at random while a layer trains: every entry is multiplied by 0 with probability p and
 * by 1/(1 − p) otherwise, so that its mean stays (Srivastava et al. 2014,
 * https://jmlr.org/papers/v15/srivastava14a.html; in the inverted form, which leaves evaluation
 * alone). p is rounded to a multiple of 2^-32.
 */
public final class Dropout {
  private static final int HALF = 32;
  private final double share;
  private final Kernels kernels;
  private final Buffers masks;
  private double[] factors = new double[0];
  private Stream stream;

  /**
   * Dropout at one place of a network.
   *
   * @param share p in [0, 1)
   * @param masks as wide and laid out as what is dropped
   * @param stream what passes draw from, one after the other, until {@link #restart}
   */
  public Dropout(double share, Kernels kernels, Buffers masks, Stream stream) {
    this.share = share;
    this.kernels = kernels;
    this.masks = masks;
    this.stream = stream;
  }

  /** The next pass draws from the beginning of the stream of that name. */
  public void restart(SeedTree step, String name) {
    stream = step.stream(name);
  }

  /** The factors of the next pass, in an array that stays as it is until the pass after that. */
  public Matrix draw(int rows) {
    Matrix mask = masks.ofRows(rows);
    if (factors.length < mask.size() + 1) {
      factors = new double[mask.size() + 1];
    }
    long threshold = (long) (share * (1L << HALF));
    double kept = 1 / (1 - share);
    for (int i = 0; i < mask.size(); i += 2) {
      long bits = stream.nextLong();
      factors[i] = (bits >>> HALF) < threshold ? 0 : kept;
      factors[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0 : kept;
    }
    kernels.write(factors, mask);
    return mask;
  }
}
