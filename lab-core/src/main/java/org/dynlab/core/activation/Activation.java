package org.dynlab.core.activation;

/**
 * Element-wise activation functions f with their slope f'.
 *
 * <p>tanh, sigmoid, silu, elu and softplus come from one exponential in code that becomes vector
 * instructions ({@link DoubleExp}, {@link FloatExp}); over arrays their values differ from those of
 * {@link Math} by a few units in the last place.
 */
public enum Activation {
  /** max(z, 0); slope 0 at 0. Its second derivative is 0 almost everywhere. */
  RELU(new Rectifier()),
  /** Hyperbolic tangent. */
  TANH(new Tanh()),
  /** z Φ(z) with the normal distribution function Φ, by the error function (not its tanh form). */
  GELU(new Gelu()),
  /** z / (1 + e^−z), also called swish. */
  SILU(new Silu()),
  /** z². */
  QUADRATIC(new Square()),
  /** sin z. */
  SIN(new Sine()),
  /** cos z. */
  COS(new Cosine()),
  /**
   * z for z > 0, else e^z − 1. Its second derivative jumps at 0, so that a residual with second
   * derivatives jumps where a unit's input crosses 0.
   */
  ELU(new Elu()),
  /** log(1 + e^z). */
  SOFTPLUS(new Softplus()),
  /** 1 / (1 + e^−z). */
  SIGMOID(new Sigmoid()),
  /** z: a linear layer. */
  IDENTITY(new Line());

  // Curves have no state.
  @SuppressWarnings("Immutable")
  private final Curve curve;

  Activation(Curve curve) {
    this.curve = curve;
  }

  /** f with the loops over arrays. */
  public Curve curve() {
    return curve;
  }

  /** f(z). */
  public double value(double z) {
    return curve.value(z);
  }

  /** f'(z). */
  public double slope(double z) {
    return curve.slope(z);
  }

  /** f''(z), 0 where it does not exist. */
  public double second(double z) {
    return curve.second(z);
  }

  /** f'''(z), 0 where it does not exist. */
  public double third(double z) {
    return curve.third(z);
  }

  /** Whether f'' is anything but 0 almost everywhere, as an equation of second order needs it. */
  public boolean curved() {
    return this != RELU && this != IDENTITY;
  }

  /** Whether f'(z) = f'(f(z)) for all z, so that z need not be kept beside f(z). */
  public boolean slopeFromValue() {
    return this == RELU || this == IDENTITY;
  }

  /**
   * Whether f(a) ≤ f(b) for all a ≤ b, so that f and the maximum of some numbers may trade places.
   */
  public boolean neverDecreases() {
    return switch (this) {
      case RELU, TANH, ELU, SOFTPLUS, SIGMOID, IDENTITY -> true;
      case GELU, SILU, QUADRATIC, SIN, COS -> false;
    };
  }
}
