package org.dynlab.optim.langevin;

/** What a state visited by contour SGLD counts for, as the rule's page says. */
final class Reweighting {

  private Reweighting() {}

  /** ln Ψ(E). */
  static double logPsi(double[] weights, EnergyBins bins, double energy) {
    int here = bins.indexOf(energy);
    if (here == 0) {
      return Math.log(weights[0]);
    }
    double share = (energy - bins.lowest()) / bins.width() - here;
    double rise = Math.log(weights[here]) - Math.log(weights[here - 1]);
    double kept = here == weights.length - 1 ? Math.max(0, rise) : rise;
    return Math.log(weights[here - 1]) + share * kept;
  }
}
