package org.dynlab.core.rule;

/**
 * Where in a chain a link belongs: gradients become directions, one link makes the step of them,
 * and what leaves the last link is added to the parameters.
 */
public enum Stage {
  /** Takes a gradient or a direction and hands on another. */
  DIRECTION,
  /** Takes a direction and hands on the step, which goes down. */
  STEP,
  /** Takes the step and hands on another. */
  AFTERWARDS,
  /** Does the same to directions and to steps. */
  ANYWHERE
}
