package org.dynlab.core.train;

import java.io.Closeable;
import java.util.function.LongSupplier;
import org.dynlab.store.MetricWriter;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.TimingWriter;

/** Writes the rows of a run, and about once a second what it has cost so far. */
final class RunRecorder implements Closeable {
  private static final long COST_EVERY_NANOS = 1_000_000_000L;
  private final MetricWriter metrics;
  private final TimingWriter timing;
  private final Watch watch;
  private final LongSupplier nanoClock;
  private final long begin;
  private long lastCost;
  private long lastStep = -1;
  private long lastCostStep = -1;

  RunRecorder(RunDirectory directory, Watch watch, LongSupplier nanoClock) {
    this.metrics = directory.metricWriter();
    this.timing = directory.timingWriter(watch.names());
    this.watch = watch;
    this.nanoClock = nanoClock;
    this.begin = nanoClock.getAsLong();
    this.lastCost = begin;
  }

  /** Appends what the watch has just measured. */
  void row(long step) {
    metrics.append(step, watch.values(), watch.measured());
    lastStep = step;
    if (nanoClock.getAsLong() - lastCost >= COST_EVERY_NANOS) {
      cost();
    }
  }

  private void cost() {
    lastCost = nanoClock.getAsLong();
    if (lastStep > lastCostStep) {
      timing.append(lastStep, (lastCost - begin) * 1e-9, watch.seconds());
      lastCostStep = lastStep;
    }
  }

  @Override
  public void close() {
    cost();
    timing.close();
    metrics.close();
  }
}
