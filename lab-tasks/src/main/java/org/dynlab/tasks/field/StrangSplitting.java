package org.dynlab.tasks.field;

/**
 * The solution of {@link AllenCahn} on 201 × 101 points, by Strang's splitting (1968,
 * doi:10.1137/0705041): half a step of the reaction, exactly, v ← v / √(v² + (1 − v²) e^{−5 dt}),
 * one step of the diffusion by {@link CrankNicolson}, half a step of the reaction. Second order in
 * dt and dx.
 */
final class StrangSplitting {
  private static final int EVAL_X = 200;
  private static final int EVAL_T = 100;

  private final double[] values = new double[(EVAL_X + 1) * (EVAL_T + 1)];

  private StrangSplitting(double diffusion, int intervals, int steps, boolean ring) {
    if (intervals % EVAL_X != 0 || steps % EVAL_T != 0) {
      throw new IllegalArgumentException(intervals + " intervals and " + steps + " steps");
    }
    double dx = 2.0 / intervals;
    double dt = 1.0 / steps;
    int first = ring ? 0 : 1;
    double[] v = new double[ring ? intervals : intervals - 1];
    for (int i = 0; i < v.length; i++) {
      v[i] = AllenCahn.start(-1 + (i + first) * dx);
    }
    CrankNicolson diffuse = new CrankNicolson(v.length, diffusion * dt / (2 * dx * dx), ring);
    keep(v, first, 0, intervals / EVAL_X);
    for (int n = 1; n <= steps; n++) {
      react(v, dt);
      diffuse.step(v, -1);
      react(v, dt);
      if (n % (steps / EVAL_T) == 0) {
        keep(v, first, n / (steps / EVAL_T), intervals / EVAL_X);
      }
    }
  }

  /** u = −1 at both ends. */
  static StrangSplitting fixedEnds(double diffusion, int intervals, int steps) {
    return new StrangSplitting(diffusion, intervals, steps, false);
  }

  /** Both ends are one point. */
  static StrangSplitting periodic(double diffusion, int intervals, int steps) {
    return new StrangSplitting(diffusion, intervals, steps, true);
  }

  private static void react(double[] v, double dt) {
    double shrink = Math.exp(-5 * dt);
    for (int i = 0; i < v.length; i++) {
      double square = v[i] * v[i];
      v[i] /= Math.sqrt(square + (1 - square) * shrink);
    }
  }

  private void keep(double[] v, int first, int atTime, int stride) {
    for (int i = 0; i <= EVAL_X; i++) {
      int from = i * stride - first;
      boolean end = i == 0 || i == EVAL_X;
      double value = first == 1 && end ? -1 : v[from % v.length];
      values[i * (EVAL_T + 1) + atTime] = value;
    }
  }

  /** 201 × 101 points, time running fastest. */
  PointSet grid() {
    return PointSet.grid(
        Quadrature.trapezoid(EVAL_X + 1, Interval.SYMMETRIC),
        Quadrature.trapezoid(EVAL_T + 1, Interval.UNIT));
  }

  /** At a point (x, t) of the grid. */
  double at(double[] point) {
    int i = (int) Math.rint((point[0] + 1) / 2 * EVAL_X);
    int n = (int) Math.rint(point[1] * EVAL_T);
    return values[i * (EVAL_T + 1) + n];
  }
}
