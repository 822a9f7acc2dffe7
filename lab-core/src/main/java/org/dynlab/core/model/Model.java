package org.dynlab.core.model;

import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Features;

/** What learns: an immutable record, the YAML entry and the thing at once. */
public interface Model {

  /**
   * A network for such inputs, initialised from the subtree {@code init}.
   *
   * @param inputs examples of the inputs; their form and width decide the first layer
   * @param classes number of outputs
   */
  Network build(Features inputs, int classes, Precision precision, SeedTree seeds);
}
