package org.dynlab.core.rule;

/** A number that depends on the number of the update: a learning rate, a temperature. */
public interface Schedule {

  /** The value at update {@code number}, counted from 1. */
  double at(long number);
}
