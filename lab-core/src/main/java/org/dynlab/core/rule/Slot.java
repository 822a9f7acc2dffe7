package org.dynlab.core.rule;

/** A named array of a rule's state, shared with its owner: a checkpoint restores it in place. */
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
