package org.dynlab.core.layer;

import org.dynlab.core.random.SeedTree;

/** A layer that is random while it trains. */
public interface StochasticLayer {

  /** Whether it really is: dropout with share 0 is not. */
  boolean random();

  /** The streams of the next training pass; equal steps of equal runs get equal ones. */
  void draw(SeedTree step);
}
