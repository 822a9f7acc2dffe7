package org.dynlab.instrument.flat;

import java.util.Arrays;

/** Ranks of a matrix from its singular values σ₁ ≥ σ₂ ≥ ...; NaN of zeros and of NaN. */
public final class Spectrum {
  private final double[] sigma;
  private final double sum;

  /**
   * @param sigma descending; kept, not copied
   */
  public Spectrum(double[] sigma) {
    this.sigma = sigma;
    this.sum = Arrays.stream(sigma).sum();
  }

  /** Whether every value is finite. */
  public boolean finite() {
    return Double.isFinite(sum);
  }

  /** Number of σ above σ₁ · longest · 2⁻⁵², longest being the longer side of the matrix. */
  public double numericalRank(int longest) {
    return finite() ? above(sigma[0] * longest * Math.ulp(1.0)) : Double.NaN;
  }

  /** Number of σ above that. */
  public int above(double least) {
    return (int) Arrays.stream(sigma).filter(s -> s > least).count();
  }

  /** Σσ² / σ₁². */
  public double stableRank() {
    return Arrays.stream(sigma).map(s -> (s / sigma[0]) * (s / sigma[0])).sum();
  }

  /** exp(-Σ p ln p), p = σ / Σσ. */
  public double effectiveRank() {
    double entropy = 0;
    for (double s : sigma) {
      double p = s / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0 * p;
    }
    return Math.exp(entropy);
  }

  /** The least number of values that make that share of the sum. */
  public double partialRank(double share) {
    double part = 0;
    int k = 0;
    while (k < sigma.length && part < share * sum) {
      part += sigma[k++];
    }
    return sum > 0 ? k : Double.NaN;
  }
}
