package org.dynlab.app.progress;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.InstantSource;
import org.dynlab.app.sweep.SweepListener;

/** Shows a sweep while it runs. */
public interface ProgressDisplay extends SweepListener, Closeable {

  /**
   * Bars on a terminal, plain lines elsewhere.
   *
   * @param width columns of the terminal; 0 if {@code out} is none
   */
  static ProgressDisplay on(PrintStream out, int width, Plan plan, InstantSource clock) {
    return width > 0
        ? new ProgressBars(out, width, plan, clock)
        : new ProgressLines(out, plan, clock);
  }

  @Override
  void close();
}
