package org.dynlab.app;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or any signal that asks this process to end: the work at hand is asked to stop, and the
 * process waits until it has put everything in order.
 */
final class StopSignal implements Closeable {
  private static final long LONGEST_GOODBYE_SECONDS = 60;

  private final CountDownLatch inOrder = new CountDownLatch(1);
  private final Thread hook = new Thread(this::received, "stop-signal");
  private Runnable stop = () -> {};
  private boolean received;

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What is to be done when the signal comes; at once if it has come already. */
  synchronized void onReceived(Runnable newStop) {
    stop = newStop;
    if (received) {
      stop.run();
    }
  }

  private void received() {
    synchronized (this) {
      received = true;
      stop.run();
    }
    try {
      if (!inOrder.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is in order. */
  @Override
  public void close() {
    inOrder.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is at work and has just been told.
      return;
    }
  }
}
