package org.dynlab.core.layer;

import java.util.List;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network of this lab asks of each layer before the last, besides Deeplearning4j's own. */
public interface LabLayer {

  /**
   * The outputs for {@code x}, without dropout, in this layer's own array: valid until the next
   * pass.
   *
   * @param x what the layer before gave for the same examples
   * @param examples number of examples; a layer that carries derivatives has a row for every
   *     channel of every example, or the values alone
   */
  Matrix forward(INDArray x, int examples);

  /** Where rows can be put in inside this layer, in the order of the pass; empty if nowhere. */
  List<Inlet> inlets();

  /** What instruments may look at after {@link #forward}, in the order of the pass. */
  List<Tap> taps();
}
