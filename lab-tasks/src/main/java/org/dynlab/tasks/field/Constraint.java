package org.dynlab.tasks.field;

/** How a solution is made to meet its edge conditions. */
public enum Constraint {
  /** By terms of the loss, at points of the edge. */
  SOFT,
  /** By a trial function that meets them whatever the network says. */
  HARD
}
