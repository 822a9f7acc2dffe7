package org.dynlab.core.layer.transformer;

import org.dynlab.core.random.SeedTree;

/**
 * The streams from which one pass draws what it drops; places have streams of their own, so one
 * place's draws do not depend on the others.
 *
 * @param seeds null if nothing is dropped in this pass
 */
record Draws(SeedTree seeds) {
  /** Nothing is dropped. */
  static final Draws NONE = new Draws(null);

  boolean active() {
    return seeds != null;
  }
}
