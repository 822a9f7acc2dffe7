package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.rule.Schedule;

/**
 * The density exp(-(N·L + ½λ‖θ‖²)/T) in the mean-loss convention of this package: the energy U/N =
 * L + ½(λ/N)‖θ‖² at the temperature T/N.
 */
record Posterior(long examples, Schedule temperature, double weightDecay) {

  static void check(Checks checks, long examples, Schedule temperature, double weightDecay) {
    checks
        .that(examples >= 1, "examples", "must be >= 1", examples)
        .that(temperature != null, "temperature", "must be given", "nothing")
        .nonNegative("weightDecay", weightDecay);
  }

  /** T/N at that update. */
  double temperatureAt(long number) {
    return temperature.at(number) / examples;
  }

  /** Makes the gradient of L that of U/N; left alone, bit for bit, where there is no prior. */
  void addPrior(double[] gradient, double[] parameters) {
    if (weightDecay == 0) {
      return;
    }
    double factor = weightDecay / examples;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += factor * parameters[i];
    }
  }

  /** U/N where the mean loss is {@code loss}. */
  double energy(double loss, double[] parameters) {
    if (weightDecay == 0) {
      return loss;
    }
    double square = 0;
    for (double parameter : parameters) {
      square += parameter * parameter;
    }
    return loss + 0.5 * (weightDecay / examples) * square;
  }
}
