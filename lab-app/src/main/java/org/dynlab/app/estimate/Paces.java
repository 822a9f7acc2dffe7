package org.dynlab.app.estimate;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.store.table.TimingTable;

/**
 * How fast a run was, from what it says of its time: from its second half where that has what is
 * asked for, as a virtual machine that has just started is slow.
 */
final class Paces {
  private final TimingTable whole;
  private final TimingTable half;
  private final List<LongPredicate> due;

  /** Of a run whose probes, in the order of the timed names, were due at those steps. */
  Paces(TimingTable timing, List<LongPredicate> due) {
    this.whole = timing;
    this.half = timing.at(timing.wallSeconds() / 2);
    this.due = List.copyOf(due);
  }

  /** Of an update, without what is measured. */
  double secondsPerStep() {
    TimingTable begin = whole.step() > half.step() ? half : whole.at(0);
    return (training(whole) - training(begin)) / Math.max(1, whole.step() - begin.step());
  }

  private static double training(TimingTable timing) {
    return timing.wallSeconds() - timing.names().stream().mapToDouble(timing::seconds).sum();
  }

  /** Of a measurement by that probe; 0 if it was not due. */
  double secondsPerMeasurement(int probe) {
    TimingTable begin = count(probe, half.lastStep() + 1) > 0 ? half : whole.at(0);
    String name = whole.names().get(probe);
    long count = count(probe, begin.lastStep() + 1);
    return (whole.seconds(name) - begin.seconds(name)) / Math.max(1, count);
  }

  /** How often anything was measured. */
  long measurements() {
    return IntStream.range(0, due.size()).mapToLong(probe -> count(probe, 0)).sum();
  }

  /** How often a probe was due from that step on. */
  private long count(int probe, long first) {
    return LongStream.rangeClosed(first, whole.lastStep()).filter(due.get(probe)).count();
  }
}
