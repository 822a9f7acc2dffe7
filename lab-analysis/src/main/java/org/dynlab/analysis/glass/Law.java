package org.dynlab.analysis.glass;

/**
 * How a quantity relaxes: {@code y(t) = y∞ + (y₀ - y∞) g(t)}, g falling from 1 to 0 on the time
 * scale τ with the shape β.
 */
public enum Law {
  /** Stretched exponential, {@code g = exp(-(t/τ)^β)} (Kohlrausch 1854). */
  KOHLRAUSCH(4) {
    @Override
    double g(double x, double beta) {
      return Math.exp(-Math.pow(x, beta));
    }

    @Override
    void derive(double x, double beta, double[] into) {
      double power = Math.pow(x, beta);
      double g = Math.exp(-power);
      into[0] = g;
      into[1] = beta * power * g;
      into[2] = x == 0 ? 0 : -power * Math.log(x) * g;
    }
  },
  /** Plain exponential, {@code g = exp(-t/τ)}; β is 1. */
  EXPONENTIAL(3) {
    @Override
    double g(double x, double beta) {
      return Math.exp(-x);
    }

    @Override
    void derive(double x, double beta, double[] into) {
      into[0] = Math.exp(-x);
      into[1] = x * into[0];
      into[2] = 0;
    }
  },
  /** Power law, {@code g = (1 + t/τ)^-β}. */
  POWER(4) {
    @Override
    double g(double x, double beta) {
      return Math.pow(1 + x, -beta);
    }

    @Override
    void derive(double x, double beta, double[] into) {
      double g = Math.pow(1 + x, -beta);
      into[0] = g;
      into[1] = beta * x / (1 + x) * g;
      into[2] = -Math.log1p(x) * g;
    }
  };

  private final int parameters;

  Law(int parameters) {
    this.parameters = parameters;
  }

  /** e.g. {@code stretched exponential}. */
  public String words() {
    return switch (this) {
      case KOHLRAUSCH -> "stretched exponential";
      case EXPONENTIAL -> "exponential";
      case POWER -> "power law";
    };
  }

  /** Number of parameters: y∞, y₀ - y∞, τ and, where it is free, β. */
  int parameters() {
    return parameters;
  }

  /** g at x = t/τ. */
  abstract double g(double x, double beta);

  /** g, ∂g/∂ ln τ and ∂g/∂β at x = t/τ. */
  abstract void derive(double x, double beta, double[] into);
}
