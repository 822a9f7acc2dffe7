package org.dynlab.core.model;

import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.task.Examples;

/** Central differences of a network's mean loss. */
final class Slopes {
  private static final double STEP = 1e-5;

  private Slopes() {}

  /** |gradient − slopes| / |slopes|. */
  static double relativeDistance(Network network, Examples examples) {
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    network.gradient(staged, 0, gradient);
    double norm = 0;
    double distance = 0;
    double[] at = network.read();
    for (int i = 0; i < at.length; i++) {
      double slope = slope(network, staged, at, i);
      norm += slope * slope;
      distance += (slope - gradient[i]) * (slope - gradient[i]);
    }
    return Math.sqrt(distance / norm);
  }

  private static double slope(Network network, StagedExamples staged, double[] at, int i) {
    double[] moved = at.clone();
    moved[i] = at[i] + STEP;
    network.write(moved);
    double above = network.evaluate(staged).loss();
    moved[i] = at[i] - STEP;
    network.write(moved);
    double below = network.evaluate(staged).loss();
    network.write(at.clone());
    return (above - below) / (2 * STEP) / staged.rows();
  }
}
