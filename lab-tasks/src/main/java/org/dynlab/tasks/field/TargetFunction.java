package org.dynlab.tasks.field;

import static java.lang.Math.cos;
import static java.lang.Math.sin;

/** A function to be fitted, known by name. */
public enum TargetFunction {
  /** cos x + cos 2x + cos 30x: a slow part that is learned and a fast one that waits. */
  THREE_COSINES("cos x + cos 2x + cos 30x", 1) {
    @Override
    double at(double[] x) {
      return cos(x[0]) + cos(2 * x[0]) + cos(30 * x[0]);
    }
  },
  /** x sin 5x, the function-fitting demo of DeepXDE. */
  X_SIN_5X("x sin 5x", 1) {
    @Override
    double at(double[] x) {
      return x[0] * sin(5 * x[0]);
    }
  },
  /** sin πx. */
  SINE("sin πx", 1) {
    @Override
    double at(double[] x) {
      return sin(Math.PI * x[0]);
    }
  },
  /** 1 / (1 + 25x²), hard for polynomials on uniform points (Runge 1901). */
  RUNGE("1 / (1 + 25x²)", 1) {
    @Override
    double at(double[] x) {
      return 1 / (1 + 25 * x[0] * x[0]);
    }
  },
  /** cos x cos y + cos 10x cos 10y. */
  COSINE_PRODUCTS("cos x cos y + cos 10x cos 10y", 2) {
    @Override
    double at(double[] x) {
      return cos(x[0]) * cos(x[1]) + cos(10 * x[0]) * cos(10 * x[1]);
    }
  },
  /** sin 2x sin 2y. */
  SINE_PRODUCT("sin 2x sin 2y", 2) {
    @Override
    double at(double[] x) {
      return sin(2 * x[0]) * sin(2 * x[1]);
    }
  };

  private final String formula;
  private final int dimensions;

  TargetFunction(String formula, int dimensions) {
    this.formula = formula;
    this.dimensions = dimensions;
  }

  /** As people write it, e.g. {@code cos x + cos 2x + cos 30x}. */
  public String formula() {
    return formula;
  }

  /** Number of inputs. */
  public int dimensions() {
    return dimensions;
  }

  /** The value at that point. */
  abstract double at(double[] x);
}
