package org.dynlab.analysis.hmm.model;

/** What the covariances of the K states over d columns may be. */
public enum Covariances {
  /** A symmetric matrix for each state: K·d·d numbers, of which K·d(d+1)/2 are free. */
  FULL,
  /** A variance for each state and column: K·d numbers. */
  DIAGONAL,
  /** One symmetric matrix for all states: d·d numbers, of which d(d+1)/2 are free. */
  TIED,
  /** One variance for each state: K numbers. */
  SPHERICAL;

  /** How many numbers are kept. */
  public int size(int states, int width) {
    return switch (this) {
      case FULL -> states * width * width;
      case DIAGONAL -> states * width;
      case TIED -> width * width;
      case SPHERICAL -> states;
    };
  }

  /** How many of them are free. */
  public int free(int states, int width) {
    return switch (this) {
      case FULL -> states * width * (width + 1) / 2;
      case DIAGONAL -> states * width;
      case TIED -> width * (width + 1) / 2;
      case SPHERICAL -> states;
    };
  }

  /** Whether they are matrices, not variances. */
  public boolean matrices() {
    return this == FULL || this == TIED;
  }
}
