package org.dynlab.core.train;

import org.dynlab.core.model.Network;
import org.dynlab.core.model.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;

/**
 * The batch of each step: all training examples, or consecutive pieces of an order that is drawn
 * anew for every epoch from the stream {@code order} and the epoch's number. A last piece that is
 * too short is left out of its epoch.
 */
interface Batches {

  /** The batch of step {@code step}, counted from 0; valid until the next call. */
  StagedExamples at(long step);

  /** Whether every batch is the whole training set. */
  boolean full();

  /** Every step sees {@code all}. */
  static Batches full(StagedExamples all) {
    return new Batches() {
      @Override
      public StagedExamples at(long step) {
        return all;
      }

      @Override
      public boolean full() {
        return true;
      }
    };
  }

  /** Pieces of {@code size} examples. */
  static Batches shuffled(Network network, Examples train, int size, SeedTree seeds) {
    return new ShuffledBatches(network, train, size, seeds);
  }
}
