package org.dynlab.analysis.glass;

import java.util.List;

/**
 * The laws fitted to the curve of one run.
 *
 * @param run its folder
 * @param seed its root seed
 * @param points how many were fitted
 * @param lastTime steps from the origin to the last of them
 * @param fits best first
 */
public record RunRelaxation(
    String run, long seed, int points, double lastTime, List<Relaxation> fits) {

  /** Copies the list. */
  public RunRelaxation {
    fits = List.copyOf(fits);
  }

  /** The law with the smallest criterion. */
  public Relaxation best() {
    return fits.get(0);
  }

  /** That law. */
  public Relaxation of(Law law) {
    return fits.stream().filter(fit -> fit.law() == law).findFirst().orElseThrow();
  }

  /** By how much the criterion of that law is larger than that of the best; 0 for the best. */
  public double behind(Law law) {
    return of(law).aicc() - best().aicc();
  }

  /** Whether that law's τ lies beyond the last measurement: the end is then extrapolated. */
  public boolean extrapolates(Law law) {
    return of(law).tau().value() > lastTime;
  }
}
