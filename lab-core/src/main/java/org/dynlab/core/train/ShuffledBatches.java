package org.dynlab.core.train;

import java.util.Arrays;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;

/** Mini-batches without replacement; the order of an epoch depends on its number alone. */
final class ShuffledBatches implements Batches {
  private final Network network;
  private final Examples train;
  private final int size;
  private final SeedTree seeds;
  private long epoch = -1;
  private int[] order = new int[0];
  private StagedExamples current;

  ShuffledBatches(Network network, Examples train, int size, SeedTree seeds) {
    this.network = network;
    this.train = train;
    this.size = Math.min(size, train.rows());
    this.seeds = seeds.child("order");
  }

  @Override
  public StagedExamples at(long step) {
    int perEpoch = train.rows() / size;
    if (step / perEpoch != epoch) {
      epoch = step / perEpoch;
      order = seeds.stream("epoch" + epoch).permutation(train.rows());
    }
    int from = (int) (step % perEpoch) * size;
    Examples batch = train.select(Arrays.copyOfRange(order, from, from + size));
    current = current == null ? network.stage(batch) : network.restage(current, batch);
    return current;
  }

  @Override
  public boolean full() {
    return false;
  }
}
