package org.dynlab.store.claim;

/**
 * A closed interval that a quantity must lie in; a missing side ({@code null}) is open, but not
 * both.
 */
public record Bounds(Double atLeast, Double atMost) {

  /** Refuses bounds that hold everything, nothing, or are not finite. */
  public Bounds {
    Claim.require(atLeast != null || atMost != null, "bounds need atLeast or atMost");
    Claim.require(atLeast == null || Double.isFinite(atLeast), "atLeast must be finite");
    Claim.require(atMost == null || Double.isFinite(atMost), "atMost must be finite");
    Claim.require(
        atLeast == null || atMost == null || atLeast <= atMost, "atLeast must not exceed atMost");
  }

  /** True if the value lies within; NaN never does. */
  public boolean contains(double value) {
    return !Double.isNaN(value)
        && (atLeast == null || value >= atLeast)
        && (atMost == null || value <= atMost);
  }
}
