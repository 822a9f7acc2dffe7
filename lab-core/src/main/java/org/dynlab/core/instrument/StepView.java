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

  /** Data loss and accuracy over all training examples at θ_t. */
  Fit train();

  /** Data loss and accuracy over all evaluation examples at θ_t. */
  Fit eval();

  /** Outputs of the hidden layers at θ_t on a fixed set of inputs. */
  Activations activations(ProbeSet probes);
}
