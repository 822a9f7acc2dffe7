package org.dynlab.optim.wand;

import org.dynlab.core.rule.Needs;
import org.dynlab.store.Caveat;

/** Whose loss is the energy. */
public enum Energy {
  /** That of the whole training set, as published; asks for full batches. */
  FULL_BATCH {
    @Override
    Needs needs() {
      return Needs.NOTHING.withFullBatch(
          "WanD reads ln L of the whole training set; write energy: minibatch in the optimizer to"
              + " read that of the batch");
    }
  },
  /** That of the batch: noisy, so another method; the run says so. */
  MINIBATCH {
    @Override
    Needs needs() {
      return Needs.NOTHING.withCaveat(
          new Caveat(
              "minibatchEnergy",
              "WanD reads ln L of each mini-batch: a noisy energy that lies below ln L of the"
                  + " training set on average and smears the entropy histogram; not the published"
                  + " method"));
    }
  };

  abstract Needs needs();
}
