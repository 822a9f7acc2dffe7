package org.dynlab.core.train;

import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;

/**
 * The batch of each step: all training examples; consecutive pieces of an order that is drawn anew
 * for every epoch from the stream {@code order} and the epoch's number, a last piece that is too
 * short being left out of its epoch; or examples drawn with replacement.
 */
interface Batches {

  /** The batch of step {@code step}, counted from 0; valid until the next call. */
  StagedExamples at(long step);

  /** Whether every batch is the whole training set. */
  boolean full();

  /** The batches of that mode. */
  static Batches of(BatchMode mode, Network network, Examples train, SeedTree seeds) {
    if (mode.size().isEmpty()) {
      return full(network.stage(train));
    }
    int size = mode.size().orElseThrow();
    return mode.replacement()
        ? new DrawnBatches(network, train, size, seeds)
        : new ShuffledBatches(network, train, size, seeds);
  }

  private static Batches full(StagedExamples all) {
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
}
