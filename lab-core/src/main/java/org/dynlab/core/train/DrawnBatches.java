package org.dynlab.core.train;

import java.util.Arrays;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.Examples;

/** Mini-batches with replacement: every example of a step is drawn from the whole train set. */
final class DrawnBatches implements Batches {
  private final Network network;
  private final Examples train;
  private final int size;
  private final SeedTree seeds;
  private StagedExamples current;

  DrawnBatches(Network network, Examples train, int size, SeedTree seeds) {
    this.network = network;
    this.train = train;
    this.size = size;
    this.seeds = seeds.child("order");
  }

  @Override
  public StagedExamples at(long step) {
    Stream stream = seeds.stream("draw" + step);
    int[] rows = new int[size];
    Arrays.setAll(rows, i -> stream.below(train.rows()));
    Examples batch = train.select(rows);
    current = current == null ? network.stage(batch) : network.restage(current, batch);
    return current;
  }

  @Override
  public boolean full() {
    return false;
  }
}
