package org.dynlab.analysis.glass;

/**
 * One law fitted to one curve.
 *
 * @param law which
 * @param end y∞, in units of the column
 * @param start y₀
 * @param tau τ, in steps
 * @param beta β; of {@link Law#POWER} its exponent, 1 for {@link Law#EXPONENTIAL}
 * @param aicc Akaike's corrected criterion, smaller is better; only differences mean something
 * @param atBound whether τ or β ended at the edge of what is allowed: it is not determined
 */
public record Relaxation(
    Law law,
    Parameter end,
    Parameter start,
    Parameter tau,
    Parameter beta,
    double aicc,
    boolean atBound) {

  /** y(t), t steps after the origin. */
  public double at(double t) {
    double g = law.g(t / tau.value(), beta.value());
    return end.value() + (start.value() - end.value()) * g;
  }
}
