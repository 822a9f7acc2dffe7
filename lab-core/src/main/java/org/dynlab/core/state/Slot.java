package org.dynlab.core.state;

/**
 * A named array of the state of a rule or an instrument, shared with its owner: a checkpoint
 * restores it in place.
 */
public final class Slot {
  private final String name;
  private final double[] values;

  /** Names {@code values}; no copy is made. */
  public Slot(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /** e.g. {@code adam.first_moment}. */
  public String name() {
    return name;
  }

  /** The live array. */
  public double[] values() {
    return values;
  }
}
