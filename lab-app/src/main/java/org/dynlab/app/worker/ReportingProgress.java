package org.dynlab.app.worker;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.train.Progress;

/** Passes on how a run goes, at most five times a second, and when it is asked to stop. */
final class ReportingProgress implements Progress {
  private static final long QUIET_NANOS = 200_000_000L;

  private final Consumer<Message> report;
  private final AtomicBoolean stop;
  private final LongSupplier nanoClock;
  private long last;
  private boolean first = true;

  ReportingProgress(Consumer<Message> report, AtomicBoolean stop, LongSupplier nanoClock) {
    this.report = report;
    this.stop = stop;
    this.nanoClock = nanoClock;
  }

  @Override
  public void at(long step, long steps, Fit train, double evalAccuracy) {
    long now = nanoClock.getAsLong();
    if (first || now - last >= QUIET_NANOS) {
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
    return stop.get();
  }
}
