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
    double byLogTau(double x, double beta) {
      return beta * Math.pow(x, beta) * g(x, beta);
    }

    @Override
    double byBeta(double x, double beta) {
      return x == 0 ? 0 : -Math.pow(x, beta) * Math.log(x) * g(x, beta);
    }
  },
  /** Plain exponential, {@code g = exp(-t/τ)}; β is 1. */
  EXPONENTIAL(3) {
    @Override
    double g(double x, double beta) {
      return Math.exp(-x);
    }

    @Override
    double byLogTau(double x, double beta) {
      return x * Math.exp(-x);
    }

    @Override
    double byBeta(double x, double beta) {
      return 0;
    }
  },
  /** Power law, {@code g = (1 + t/τ)^-β}. */
  POWER(4) {
    @Override
    double g(double x, double beta) {
      return Math.pow(1 + x, -beta);
    }

    @Override
    double byLogTau(double x, double beta) {
      return beta * x / (1 + x) * g(x, beta);
    }

    @Override
    double byBeta(double x, double beta) {
      return -Math.log1p(x) * g(x, beta);
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

  /** ∂g/∂ ln τ. */
  abstract double byLogTau(double x, double beta);

  /** ∂g/∂β. */
  abstract double byBeta(double x, double beta);
}
