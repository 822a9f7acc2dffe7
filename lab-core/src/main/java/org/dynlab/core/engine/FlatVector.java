package org.dynlab.core.engine;

/**
 * A network's flat array of parameters or of gradients, as seen from the doubles that the trainer
 * works on. Each method is one pass over memory.
 */
public interface FlatVector {

  /** into ← factor · this. */
  void readScaled(double factor, double[] into);

  /** values ← values + increments, rounded to what this can hold, and this ← values. */
  void add(double[] values, double[] increments);
}
