package org.dynlab.core.instrument;

import java.nio.DoubleBuffer;
import java.util.Optional;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.Measure;
import org.dynlab.core.task.Targets;

/** What the network makes of a probe set of n inputs: outputs of hidden layers and of the last. */
public interface Activations {

  /** n, the number of probe inputs. */
  int rows();

  /** The inputs; empty if only the network knows them. */
  Optional<Features> features();

  /** What the outputs should be; empty if train and eval targets are of different forms. */
  Optional<Targets> targets();

  /** What the outputs should be, if that is classes. */
  default Optional<ClassTargets> classes() {
    return targets().filter(ClassTargets.class::isInstance).map(ClassTargets.class::cast);
  }

  /** Integration weights of the probe inputs, if the task gives points of a domain. */
  Optional<Measure> measure();

  /**
   * Writes the outputs (after the activation function) of hidden layer {@code layer} (0-based),
   * widened to double, as a column-major [n, width] matrix from index 0 of {@code destination},
   * which must be direct and in native byte order.
   */
  void copyTo(int layer, DoubleBuffer destination);

  /** Writes the network's outputs before any softmax likewise: [n, outputs]. */
  void copyOutputs(DoubleBuffer destination);
}
