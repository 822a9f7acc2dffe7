package org.dynlab.instrument.information;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.task.VectorFeatures;

/** One way to estimate the information of a layer, at work in one run. */
interface LayerEstimator {

  /** What it estimates. */
  List<Quantity> quantities();

  /** The estimates in nats, one per quantity, for outputs [n, width], column after column. */
  double[] of(double[] outputs, int rows, Context context);

  /**
   * A number it gives.
   *
   * @param name how names of columns call it, e.g. {@code x_t_edges_30}
   * @param meaning in words
   * @param bounded whether it cannot exceed the logarithm of the number of inputs
   */
  record Quantity(String name, String meaning, boolean bounded) {}

  /**
   * What belongs to the inputs rather than to a layer.
   *
   * @param classes of the inputs, if they have any
   * @param activations the pass they come from
   */
  record Context(Optional<ProbeClasses> classes, Activations activations) {

    /** The inputs as numbers, if they are such. */
    Optional<Points> inputs() {
      return activations
          .features()
          .filter(VectorFeatures.class::isInstance)
          .map(VectorFeatures.class::cast)
          .map(Context::points);
    }

    private static Points points(VectorFeatures inputs) {
      double[] values = new double[inputs.rows() * inputs.width()];
      inputs.columnMajor(values);
      return new Points(values, inputs.rows());
    }
  }
}
