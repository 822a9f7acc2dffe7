package org.dynlab.core.instrument;

/**
 * The run at θ_t, after t completed updates. Everything costly is computed when the first
 * instrument asks for it and kept for the others, so nothing is computed that nobody asked for and
 * nothing twice. All arrays are shared and must not be written.
 */
public interface StepView {

  /** t, the number of completed updates. */
  long step();

  /** θ_t, the flat parameter vector. */
  double[] parameters();

  /** Gradient of the mean data loss of the current batch with respect to θ_t. */
  double[] gradient();

  /**
   * What was added to θ_{t-1} to give θ_t, before rounding to the network's number format; zeros at
   * step 0. Only for gauges that follow the run ({@link Gauge#follows}).
   */
  double[] update();

  /** Data loss and accuracy over all training examples at θ_t. */
  Fit train();

  /** Data loss and accuracy over all evaluation examples at θ_t. */
  Fit eval();

  /**
   * What the network makes at θ_t of a fixed set of inputs; valid until another set is asked for.
   */
  Activations activations(ProbeSet probes);

  /** The loss over a fixed set of examples as a function of parameters. */
  Objective objective(ProbeSet probes);

  /** The network at θ_t taken apart. */
  Interior interior();
}
