package org.dynlab.app.worker;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.train.Progress;

/**
 * Passes on how a run goes, at most five times a second, and that it is asked to stop, from outside
 * or because its time is over.
 */
final class ReportingProgress implements Progress {
  private static final long QUIET_NANOS = 200_000_000L;

  private final Consumer<Message> report;
  private final AtomicBoolean stop;
  private final LongSupplier nanoClock;
  private final long limitNanos;
  private long begin;
  private long last;
  private boolean first = true;

  /**
   * Of one run.
   *
   * @param limitNanos after its first step that it is asked to stop
   */
  ReportingProgress(
      Consumer<Message> report, AtomicBoolean stop, LongSupplier nanoClock, long limitNanos) {
    this.report = report;
    this.stop = stop;
    this.nanoClock = nanoClock;
    this.limitNanos = limitNanos;
  }

  @Override
  public void at(long step, long steps, Fit train, double evalAccuracy) {
    long now = nanoClock.getAsLong();
    if (first || now - last >= QUIET_NANOS) {
      begin = first ? now : begin;
      first = false;
      last = now;
      report.accept(
          new Message.Progress(step, steps, train.loss(), train.accuracy(), evalAccuracy));
    }
  }

  @Override
  public void noted(String note) {
    report.accept(new Message.Noted(note));
  }

  @Override
  public boolean stopRequested() {
    return stop.get()
        || (limitNanos < Long.MAX_VALUE && !first && nanoClock.getAsLong() - begin >= limitNanos);
  }
}
