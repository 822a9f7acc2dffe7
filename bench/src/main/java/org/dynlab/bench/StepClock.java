package org.dynlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.train.Progress;

/** Times each step of a run by the moments at which its progress is told. */
final class StepClock implements Progress {
  private final LongSupplier nanos;
  private final long warmUp;
  private final double[] milliseconds;
  private long last;

  /**
   * @param processor count the thread's processor time instead of the wall clock's
   * @param warmUp steps that are not counted
   * @param steps steps that are
   */
  StepClock(boolean processor, int warmUp, int steps) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    this.nanos = processor ? threads::getCurrentThreadCpuTime : System::nanoTime;
    this.warmUp = warmUp;
    this.milliseconds = new double[steps];
  }

  @Override
  public void at(long step, long steps, Fit train, double evalAccuracy) {
    long now = nanos.getAsLong();
    if (step > warmUp) {
      milliseconds[(int) (step - warmUp - 1)] = (now - last) * 1e-6;
    }
    last = now;
  }

  @Override
  public void noted(String note) {}

  @Override
  public boolean stopRequested() {
    return false;
  }

  double median() {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  double least() {
    return Arrays.stream(milliseconds).min().orElse(Double.NaN);
  }
}
