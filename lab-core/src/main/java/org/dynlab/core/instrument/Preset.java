package org.dynlab.core.instrument;

import java.util.List;

/**
 * A name for several instruments. A run has the instruments in its place, each with columns and
 * costs of its own.
 */
public interface Preset extends Instrument {

  /** What it stands for. */
  List<Instrument> parts();

  @Override
  default Gauge begin(Subject subject) {
    throw new IllegalStateException("a preset measures through its parts");
  }
}
