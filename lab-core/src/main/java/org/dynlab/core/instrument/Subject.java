package org.dynlab.core.instrument;

import java.util.List;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;

/**
 * What an instrument may know of a run before its first step.
 *
 * @param layout the flat parameter vector
 * @param hiddenLayers the hidden layers in order, as named in the layout
 * @param hiddenWidths their widths, in the same order
 * @param trainRows number of training examples
 * @param evalRows number of evaluation examples
 * @param measured whether all examples have integration weights
 * @param seeds the run's seed tree, for probe sets; independent of every stream training uses
 */
public record Subject(
    ParameterLayout layout,
    List<String> hiddenLayers,
    List<Integer> hiddenWidths,
    int trainRows,
    int evalRows,
    boolean measured,
    SeedTree seeds) {

  /** Copies the lists. */
  public Subject {
    hiddenLayers = List.copyOf(hiddenLayers);
    hiddenWidths = List.copyOf(hiddenWidths);
  }
}
