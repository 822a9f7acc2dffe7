package org.dynlab.optim.wand;

import org.dynlab.core.random.Noise;
import org.dynlab.optim.descent.Subnormals;

/**
 * Velocities under friction, a force and a thermostat (arXiv:2505.11411, eq. 5, algorithm 1, steps
 * 4 and 5), one step of semi-implicit Euler:
 *
 * <pre>
 * v ← (1-c_f) v + a Δt + √(c_f (2-c_f) kT) ξ,   ξ ~ N(0, 1)
 * update = v Δt
 * </pre>
 *
 * <p>The friction is per step and the noise is not multiplied by √Δt: without a force the variance
 * of v stays at kT whatever Δt is. NaN and infinities stay in their own entry.
 */
final class Velocity {
  private final double[] velocity;
  private final double friction;
  private final double timeStep;
  private final Noise thermostat;

  /**
   * @param velocity the live array
   * @param friction c_f in [0, 1]; 0 leaves the energy alone
   */
  Velocity(double[] velocity, double friction, double timeStep, Noise thermostat) {
    this.velocity = velocity;
    this.friction = friction;
    this.timeStep = timeStep;
    this.thermostat = thermostat;
  }

  double[] values() {
    return velocity;
  }

  /** {@code to} ← N(0, kT), the velocities of a body at that temperature (Maxwell). */
  static void maxwell(Noise noise, double temperature, double[] to) {
    noise.add(0, Math.sqrt(temperature), to);
  }

  /**
   * One step.
   *
   * @param update in: the gradient g; out: v Δt
   * @param push a Δt = push · g
   */
  void step(double[] update, double push, double temperature, long number) {
    double spread = Math.sqrt(friction * (2 - friction) * temperature);
    if (spread == 0) {
      move(update, push);
      return;
    }
    for (int from = 0; from < update.length; from += Noise.PIECE) {
      int to = Math.min(update.length, from + Noise.PIECE);
      push(update, push, from, to);
      thermostat.fill(number, update, from, to);
      stir(update, spread, from, to);
    }
  }

  private void move(double[] update, double push) {
    double[] v = velocity;
    double keep = 1 - friction;
    double time = timeStep;
    for (int i = 0; i < update.length; i++) {
      double moved = Subnormals.flush(keep * v[i] + push * update[i]);
      v[i] = moved;
      update[i] = moved * time;
    }
  }

  /** v ← (1-c_f) v + push · g. */
  private void push(double[] update, double push, int from, int to) {
    double[] v = velocity;
    double keep = 1 - friction;
    for (int i = from; i < to; i++) {
      v[i] = keep * v[i] + push * update[i];
    }
  }

  /** v ← v + spread · ξ with ξ in {@code update}, which becomes v Δt. */
  private void stir(double[] update, double spread, int from, int to) {
    double[] v = velocity;
    double time = timeStep;
    for (int i = from; i < to; i++) {
      double moved = v[i] + spread * update[i];
      v[i] = moved;
      update[i] = moved * time;
    }
  }
}
