package org.dynlab.core.task;

/**
 * One equation that a network output u(x) should meet at a point: what is left over, and how that
 * changes with each channel of the {@link Jet}.
 */
@FunctionalInterface
public interface Residual {

  /**
   * The residual r at one point.
   *
   * @param known the numbers the task has computed for this point (source term, exact solution,
   *     coefficients of a hard constraint); must not be written
   * @param jet the channels of u at this point, in the order of {@link Jet}; must not be written
   * @param slopes receives ∂r/∂(channel) for every channel; all entries are 0 on entry
   */
  double at(double[] known, double[] jet, double[] slopes);
}
