package org.dynlab.core.instrument;

/**
 * What is looked at: an immutable record, the YAML entry and the thing at once. Instruments
 * measure, they never write; watching never changes the run.
 */
public interface Instrument {

  /** Fresh working state (probe sets, scratch memory) for one run. */
  Gauge begin(Subject subject);
}
