package org.dynlab.app.session;

import java.io.Closeable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dynlab.app.terminal.ExitCode;

/**
 * Ctrl-C, or any signal that asks this process to end: the work at hand is asked to stop, and the
 * process waits until it has put everything in order. A second Ctrl-C does not wait.
 */
public final class StopSignal implements Closeable {
  private static final long LONGEST_GOODBYE_SECONDS = 60;

  private final CountDownLatch inOrder = new CountDownLatch(1);
  private final Thread hook = new Thread(this::terminated, "stop-signal");
  private final AtomicInteger interrupts = new AtomicInteger();
  private Runnable stop = () -> {};
  private Runnable kill = () -> {};
  private boolean received;

  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
    onInterrupt((proxy, method, args) -> interrupted(proxy, method.getName(), args));
  }

  /**
   * The class is not part of Java, only of every Java there is: without it Ctrl-C ends the process
   * as other signals do.
   */
  private static void onInterrupt(InvocationHandler handling) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(), new Class<?>[] {handler}, handling);
      Object unused =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ours);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }

  private Object interrupted(Object proxy, String method, Object[] args) {
    return switch (method) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == args[0];
      case "toString" -> "Ctrl-C";
      default -> {
        if (interrupts.incrementAndGet() == 1) {
          received();
        } else {
          atOnce();
        }
        yield null;
      }
    };
  }

  /** What is to be done when the signal comes; at once if it has come already. */
  synchronized void onReceived(Runnable newStop, Runnable newKill) {
    stop = newStop;
    kill = newKill;
    if (received) {
      stop.run();
    }
  }

  private synchronized void received() {
    received = true;
    stop.run();
  }

  private synchronized void atOnce() {
    kill.run();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  private void terminated() {
    received();
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
