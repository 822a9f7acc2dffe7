package org.dynlab.core.instrument;

/**
 * How well the network does on a set of examples.
 *
 * @param loss mean data loss without penalties, natural log
 * @param accuracy share of examples that are right: the largest output is at their class (first of
 *     equal ones), or real outputs are close enough; NaN where the task does not say what is right
 * @param relativeL2 ‖output − target‖₂ / ‖target‖₂ over all examples; NaN where targets are no
 *     numbers
 */
public record Fit(double loss, double accuracy, double relativeL2) {

  /** The fit of a task whose targets are classes. */
  public Fit(double loss, double accuracy) {
    this(loss, accuracy, Double.NaN);
  }

  /** Before anything was measured. */
  public static Fit unknown() {
    return new Fit(Double.NaN, Double.NaN, Double.NaN);
  }
}
