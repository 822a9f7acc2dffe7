package org.dynlab.app.sweep;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.dynlab.app.worker.Message;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.app.worker.WorkerProcess;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;

/**
 * The place of one worker: gives it run after run, and puts another one in its place if it dies.
 */
final class Station implements Runnable {
  private static final int ATTEMPTS = 2;

  private final SweepEngine engine;
  private final WorkerCommand command;
  private final int number;
  private WorkerProcess worker;
  private boolean stopRequested;

  Station(SweepEngine engine, WorkerCommand command, int number) {
    this.engine = engine;
    this.command = command;
    this.number = number;
  }

  @Override
  public void run() {
    try {
      for (Optional<RunSpec> next = engine.next(); next.isPresent(); next = engine.next()) {
        attempt(next.get());
      }
    } catch (UncheckedIOException e) {
      engine.breakDown(e.getMessage() + ": " + e.getCause().getMessage());
    } finally {
      dismiss();
    }
  }

  private void attempt(RunSpec run) {
    boolean done = false;
    engine.standing().makeRoom(run);
    for (int attempt = 1; !done && attempt <= ATTEMPTS && !engine.stopping(); attempt++) {
      done = work(run, attempt == ATTEMPTS);
    }
  }

  /** True if the worker has given a final answer. */
  private boolean work(RunSpec run, boolean lastAttempt) {
    WorkerProcess present = present();
    engine.tell(listener -> listener.started(run, present.pid()));
    present.assign(run, engine.standing().folder(run));
    Optional<Message> message = present.receive();
    while (message.isPresent() && underWay(run, message.get())) {
      message = present.receive();
    }
    return message.map(last -> conclude(run, last)).orElseGet(() -> lose(run, lastAttempt));
  }

  /** Passes a message on that is not the last; false for a last one. */
  private boolean underWay(RunSpec run, Message message) {
    if (message instanceof Message.Progress progress) {
      engine.tell(listener -> listener.progressed(run, progress));
    } else if (message instanceof Message.Noted noted) {
      engine.tell(listener -> listener.noted(run, noted));
    } else {
      return false;
    }
    return true;
  }

  private boolean conclude(RunSpec run, Message last) {
    if (last instanceof Message.Ended ended) {
      engine.tell(listener -> listener.ended(run, ended));
      if (ended.outcome() == Outcome.FAILED) {
        engine.failed();
      }
      return ended.outcome() != Outcome.INTERRUPTED || engine.stopping();
    } else if (last instanceof Message.Refused refused) {
      engine.refuse(refused.lines());
    } else if (last instanceof Message.Broken broken) {
      engine.breakDown(broken.line());
    }
    return true;
  }

  private boolean lose(RunSpec run, boolean lastAttempt) {
    WorkerProcess lost = present();
    Loss loss = new Loss(lost.farewell(), lost.log(), !lastAttempt && !engine.stopping());
    dismiss();
    if (lastAttempt) {
      engine.standing().markFailed(run, loss.reason());
    }
    engine.tell(listener -> listener.lost(run, loss));
    if (lastAttempt) {
      engine.failed();
    }
    return false;
  }

  private synchronized WorkerProcess present() {
    if (worker == null) {
      worker = command.start(number);
      if (stopRequested) {
        worker.requestStop();
      }
    }
    return worker;
  }

  private void dismiss() {
    WorkerProcess leaving;
    synchronized (this) {
      leaving = worker;
      worker = null;
    }
    if (leaving != null) {
      leaving.close();
    }
  }

  /** Ends the worker at once; any thread may. */
  synchronized void kill() {
    if (worker != null) {
      worker.kill();
    }
  }

  /** Asks the worker to end its run as interrupted; any thread may. */
  synchronized void requestStop() {
    stopRequested = true;
    if (worker != null) {
      worker.requestStop();
    }
  }
}
