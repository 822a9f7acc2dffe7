package org.dynlab.core.instrument;

/**
 * What is looked at: an immutable record, the YAML entry and the thing at once. Instruments
 * measure, they never write; watching never changes the run.
 */
public interface Instrument {

  /** Fresh working state (probe sets, scratch memory) for one run. */
  Gauge begin(Subject subject);

  /** Whether the parameters early, midway and late in the budget are to be kept for later looks. */
  default boolean keepsPhases() {
    return false;
  }
}
