package org.dynlab.core.rule;

/**
 * Examples on which a rule watches the accuracy while it trains.
 *
 * @param trainShare share of the training examples that are held out and no longer trained on, in
 *     (0, 1); 0 means the eval set itself, so that what the rule does depends on test answers
 */
public record HeldOut(double trainShare) {

  /** A slice of the training examples. */
  public static HeldOut ofTraining(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share " + share);
    }
    return new HeldOut(share);
  }

  /** The eval set: test answers leak into training. */
  public static HeldOut evalSet() {
    return new HeldOut(0);
  }

  /** Whether test answers leak into training. */
  public boolean leaks() {
    return trainShare == 0;
  }
}
