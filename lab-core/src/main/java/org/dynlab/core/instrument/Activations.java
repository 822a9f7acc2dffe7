package org.dynlab.core.instrument;

import java.nio.DoubleBuffer;
import java.util.Optional;
import org.dynlab.core.task.Measure;

/** Outputs (after the activation function) of every hidden layer on a probe set of n inputs. */
public interface Activations {

  /** n, the number of probe inputs. */
  int rows();

  /** Integration weights of the probe inputs, if the task gives points of a domain. */
  Optional<Measure> measure();

  /**
   * Writes the outputs of hidden layer {@code layer} (0-based), widened to double, as a
   * column-major [n, width] matrix from index 0 of {@code destination}, which must be direct and in
   * native byte order.
   */
  void copyTo(int layer, DoubleBuffer destination);
}
