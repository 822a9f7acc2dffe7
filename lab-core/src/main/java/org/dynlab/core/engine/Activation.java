package org.dynlab.core.engine;

import org.apache.commons.numbers.gamma.Erfc;

/** Element-wise activation functions f with their slope f'. */
public enum Activation {
  /** max(z, 0); slope 0 at 0. */
  RELU {
    @Override
    public double value(double z) {
      return z > 0 ? z : Double.isNaN(z) ? z : 0;
    }

    @Override
    public double slope(double z) {
      return z > 0 ? 1 : 0;
    }

    @Override
    void apply(float[] z, float[] h, int count) {
      for (int i = 0; i < count; i++) {
        h[i] = Math.max(z[i], 0f);
      }
    }

    @Override
    public boolean slopeFromValue() {
      return true;
    }

    // 1 where z > 0 and 0 elsewhere, without a branch: products and minima become vector code.
    @Override
    void timesSlope(float[] z, float[] error, int count) {
      for (int i = 0; i < count; i++) {
        float nearlyOne = Math.min(Math.max(z[i], 0f) * 1e38f, 1f);
        error[i] *= Math.min(nearlyOne * 1e38f, 1f);
      }
    }
  },
  /** Hyperbolic tangent. */
  TANH {
    @Override
    public double value(double z) {
      return Math.tanh(z);
    }

    @Override
    public double slope(double z) {
      double h = Math.tanh(z);
      return 1 - h * h;
    }
  },
  /** z Φ(z) with the normal distribution function Φ, by the error function (not its tanh form). */
  GELU {
    @Override
    public double value(double z) {
      return z * normalDistribution(z);
    }

    @Override
    public double slope(double z) {
      double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      return normalDistribution(z) + z * density;
    }
  },
  /** z / (1 + e^−z), also called swish. */
  SILU {
    @Override
    public double value(double z) {
      return z / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z) {
      double sigmoid = 1 / (1 + Math.exp(-z));
      return sigmoid * (1 + z * (1 - sigmoid));
    }
  },
  /** z². */
  QUADRATIC {
    @Override
    public double value(double z) {
      return z * z;
    }

    @Override
    public double slope(double z) {
      return 2 * z;
    }

    @Override
    void apply(float[] z, float[] h, int count) {
      for (int i = 0; i < count; i++) {
        h[i] = z[i] * z[i];
      }
    }

    @Override
    void timesSlope(float[] z, float[] error, int count) {
      for (int i = 0; i < count; i++) {
        error[i] = 2f * z[i] * error[i];
      }
    }
  },
  /** sin z. */
  SIN {
    @Override
    public double value(double z) {
      return Math.sin(z);
    }

    @Override
    public double slope(double z) {
      return Math.cos(z);
    }
  },
  /** z: a linear layer. */
  IDENTITY {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double slope(double z) {
      return 1;
    }

    @Override
    public boolean slopeFromValue() {
      return true;
    }

    @Override
    void apply(float[] z, float[] h, int count) {
      System.arraycopy(z, 0, h, 0, count);
    }

    @Override
    void timesSlope(float[] z, float[] error, int count) {
      // The slope is 1.
    }
  };

  /** f(z). */
  public abstract double value(double z);

  /** f'(z). */
  public abstract double slope(double z);

  /** Whether f'(z) = f'(f(z)) for all z, so that z need not be kept beside f(z). */
  public boolean slopeFromValue() {
    return false;
  }

  /** h ← f(z), rounded to float. Overridden where a plain float loop gives the same numbers. */
  void apply(float[] z, float[] h, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = (float) value(z[i]);
    }
  }

  /** error ← error · f'(z). */
  void timesSlope(float[] z, float[] error, int count) {
    for (int i = 0; i < count; i++) {
      error[i] = (float) (error[i] * slope(z[i]));
    }
  }

  void apply(double[] z, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = value(z[i]);
    }
  }

  void timesSlope(double[] z, double[] error, int count) {
    for (int i = 0; i < count; i++) {
      error[i] *= slope(z[i]);
    }
  }

  private static double normalDistribution(double z) {
    return 0.5 * Erfc.value(-z / Math.sqrt(2));
  }
}
