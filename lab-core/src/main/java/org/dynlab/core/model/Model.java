package org.dynlab.core.model;

import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;

/** What learns: an immutable record, the YAML entry and the thing at once. */
public interface Model {

  /**
   * A network for such inputs, initialised from the subtree {@code init}.
   *
   * @param examples whose form and width decide the first layer, and whose targets the last one
   */
  Network build(Examples examples, Precision precision, SeedTree seeds);

  /** The same network without what is random while it trains. */
  default Model withoutDropout() {
    return this;
  }
}
