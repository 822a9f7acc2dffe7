package org.dynlab.core.train;

import java.io.Closeable;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TableMark;
import org.dynlab.store.table.TimingTable;
import org.dynlab.store.table.TimingWriter;

/**
 * Writes the rows of a run, and what it has cost so far: at first whenever its time has doubled,
 * later about once a second.
 */
final class RunRecorder implements Closeable {
  private static final long FIRST_COST_NANOS = 10_000_000L;
  private static final long COST_EVERY_NANOS = 1_000_000_000L;

  private final MetricWriter metrics;
  private final TimingWriter timing;
  private final Watch watch;
  private final Past past;
  private final LongSupplier nanoClock;
  private final long begin;
  private long lastCost;
  private long lastStep;
  private long lastCostStep;

  /** What the rows that are there have cost. */
  private static final class Past {
    private final long step;
    private final double wall;
    private final double[] each;

    private Past(long step, double wall, double[] each) {
      this.step = step;
      this.wall = wall;
      this.each = each;
    }
  }

  private RunRecorder(MetricWriter metrics, TimingWriter timing, Watch watch, Past past) {
    this.metrics = metrics;
    this.timing = timing;
    this.watch = watch;
    this.past = past;
    this.nanoClock = System::nanoTime;
    this.begin = nanoClock.getAsLong();
    this.lastCost = begin;
    this.lastStep = past.step;
    this.lastCostStep = past.step;
  }

  /** Begins both tables. */
  static RunRecorder begin(RunDirectory directory, Watch watch) {
    return new RunRecorder(
        directory.metricWriter(),
        directory.timingWriter(watch.names()),
        watch,
        new Past(-1, 0, new double[watch.names().size()]));
  }

  /** Goes on with the metric table at that mark, and with what the rows before it have cost. */
  static RunRecorder goOn(RunDirectory directory, Watch watch, TableMark mark) {
    MetricWriter metrics = directory.metricWriter(mark);
    TimingWriter timing = directory.timingWriter(watch.names(), mark.step());
    TimingTable before = directory.timing();
    double[] each = watch.names().stream().mapToDouble(before::seconds).toArray();
    return new RunRecorder(
        metrics, timing, watch, new Past(before.lastStep(), before.wallSeconds(), each));
  }

  /** Appends what the watch has just measured. */
  void row(long step) {
    metrics.append(step, watch.values(), watch.measured());
    lastStep = step;
    if (nanoClock.getAsLong() - lastCost >= pause()) {
      cost();
    }
  }

  private long pause() {
    return Math.min(COST_EVERY_NANOS, Math.max(FIRST_COST_NANOS, lastCost - begin));
  }

  private void cost() {
    lastCost = nanoClock.getAsLong();
    if (lastStep > lastCostStep) {
      double[] seconds = watch.seconds();
      Arrays.setAll(seconds, i -> past.each[i] + seconds[i]);
      timing.append(lastStep, past.wall + (lastCost - begin) * 1e-9, seconds);
      lastCostStep = lastStep;
    }
  }

  /** Writes all rows so far through to the disk; how far the metric table has come. */
  TableMark sync() {
    return metrics.sync();
  }

  @Override
  public void close() {
    try (metrics;
        timing) {
      cost();
    }
  }
}
