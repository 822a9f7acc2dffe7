package org.dynlab.app.sweep;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.dynlab.app.sweep.SweepResult.Cause;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.experiment.RunSpec;

/**
 * Works off a list of runs with one worker process per job. A worker that dies costs its run one
 * attempt and nobody else anything.
 */
public final class SweepEngine implements Engine {
  private final WorkerCommand command;
  private final Standing standing;
  private final Deque<RunSpec> todo;
  private final List<Station> stations = new ArrayList<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final int maxFailures;
  private List<SweepListener> listeners = List.of();
  private Optional<Stop> stop = Optional.empty();
  private int failures;

  /**
   * An engine for these runs; it works once.
   *
   * @param maxFailures how many runs may fail before it stops
   */
  public SweepEngine(
      WorkerCommand command, Standing standing, List<RunSpec> runs, int maxFailures) {
    this.command = command;
    this.standing = standing;
    this.maxFailures = maxFailures;
    this.todo = new ConcurrentLinkedDeque<>(runs);
  }

  @Override
  public SweepResult work(List<SweepListener> told) {
    listeners = List.copyOf(told);
    List<Thread> threads = new ArrayList<>();
    int jobs = Math.min(command.jobs(), todo.size());
    for (int number = 1; number <= jobs; number++) {
      Station station = new Station(this, command, number);
      synchronized (this) {
        stations.add(station);
      }
      Thread thread = new Thread(station, "worker-" + number);
      thread.setUncaughtExceptionHandler((t, e) -> breakDown(e.toString()));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    threads.forEach(SweepEngine::await);
    synchronized (this) {
      return new SweepResult(stop, List.copyOf(problems));
    }
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks all workers to end their runs as interrupted. */
  @Override
  public void stop() {
    stop(new Stop(Cause.REQUEST, "stopped on request"));
  }

  private synchronized void stop(Stop why) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
    }
    todo.clear();
    stations.forEach(Station::requestStop);
  }

  @Override
  public synchronized void kill() {
    stop();
    stations.forEach(Station::kill);
  }

  @Override
  public Optional<String> goesOn() {
    return Optional.empty();
  }

  synchronized boolean stopping() {
    return stop.isPresent();
  }

  /** The next run to do, if any. */
  synchronized Optional<RunSpec> next() {
    return stopping() ? Optional.empty() : Optional.ofNullable(todo.poll());
  }

  /** Nothing that follows can do better: ends the sweep. */
  void breakDown(String line) {
    stop(new Stop(Cause.MACHINE, line));
  }

  /** A run has failed for good: ends the sweep if too many have. */
  synchronized void failed() {
    failures++;
    if (failures == maxFailures) {
      String words = failures == 1 ? "a run failed" : failures + " runs failed";
      stop(new Stop(Cause.FAILURES, words));
    }
  }

  /** The description of a run is wrong; others may be right. */
  synchronized void refuse(List<String> lines) {
    problems.addAll(lines);
  }

  Standing standing() {
    return standing;
  }

  /** Tells all listeners, one event at a time. */
  void tell(Consumer<SweepListener> event) {
    synchronized (todo) {
      listeners.forEach(event);
    }
  }
}
