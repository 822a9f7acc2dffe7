package org.dynlab.instrument.curvature;

import org.dynlab.core.instrument.Objective;
import org.dynlab.core.random.Stream;

/**
 * Unadjusted Langevin steps in U(w) = nβ L(w) + γ/2 ‖w - θ*‖², nβ = n / ln n, from w = θ*: w ← w -
 * (ε/2) ∇U + √ε N(0, I), whose stationary density is exp(-U) up to terms of order ε.
 */
final class LangevinChain {
  private final Objective objective;
  private final double[] centre;
  private final double step;
  private final double pull;
  private final Stream stream;
  private final double inverseTemperature;
  private final double startLoss;
  private double[] here;
  private double[] there;
  private double[] slope;
  private double[] slopeThere;
  private double loss;

  LangevinChain(Objective objective, double[] centre, double step, double pull, Stream stream) {
    this.objective = objective;
    this.centre = centre;
    this.step = step;
    this.pull = pull;
    this.stream = stream;
    this.inverseTemperature = objective.rows() / Math.log(objective.rows());
    this.here = centre.clone();
    this.there = new double[centre.length];
    this.slope = new double[centre.length];
    this.slopeThere = new double[centre.length];
    this.loss = slope(here, slope);
    this.startLoss = loss;
  }

  /** nβ. */
  double inverseTemperature() {
    return inverseTemperature;
  }

  /** L(θ*). */
  double startLoss() {
    return startLoss;
  }

  /** L(w) where the chain is. */
  double loss() {
    return loss;
  }

  /** Goes on by one step; gives the probability with which a Metropolis test would accept it. */
  double advance() {
    double root = Math.sqrt(step);
    double forth = 0;
    for (int i = 0; i < here.length; i++) {
      double noise = stream.gaussian();
      there[i] = here[i] - step / 2 * slope[i] + root * noise;
      forth += noise * noise / 2;
    }
    double lossThere = slope(there, slopeThere);
    double back = 0;
    double away = 0;
    double before = 0;
    for (int i = 0; i < here.length; i++) {
      double reverse = (here[i] - there[i] + step / 2 * slopeThere[i]) / root;
      back += reverse * reverse / 2;
      away += (there[i] - centre[i]) * (there[i] - centre[i]);
      before += (here[i] - centre[i]) * (here[i] - centre[i]);
    }
    double rise = inverseTemperature * (lossThere - loss) + pull / 2 * (away - before);
    loss = lossThere;
    swap();
    return Math.min(1, Math.exp(forth - back - rise));
  }

  private void swap() {
    double[] point = here;
    here = there;
    there = point;
    double[] vector = slope;
    slope = slopeThere;
    slopeThere = vector;
  }

  /** into ← ∇U(w); gives L(w). */
  private double slope(double[] w, double[] into) {
    double value = objective.gradient(w, into);
    for (int i = 0; i < into.length; i++) {
      into[i] = inverseTemperature * into[i] + pull * (w[i] - centre[i]);
    }
    return value;
  }
}
