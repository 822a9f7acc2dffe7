package org.dynlab.app.sweep;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
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
  private List<SweepListener> listeners = List.of();
  private Optional<String> machineFailure = Optional.empty();
  private boolean stopped;

  /** An engine for these runs; it works once. */
  public SweepEngine(WorkerCommand command, Standing standing, List<RunSpec> runs) {
    this.command = command;
    this.standing = standing;
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
      return new SweepResult(stopped, machineFailure, List.copyOf(problems));
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
  public synchronized void stop() {
    stopped = true;
    todo.clear();
    stations.forEach(Station::requestStop);
  }

  @Override
  public Optional<String> goesOn() {
    return Optional.empty();
  }

  synchronized boolean stopping() {
    return stopped || machineFailure.isPresent() || !problems.isEmpty();
  }

  /** The next run to do, if any. */
  synchronized Optional<RunSpec> next() {
    return stopping() ? Optional.empty() : Optional.ofNullable(todo.poll());
  }

  /** Nothing that follows can do better: ends the sweep. */
  synchronized void breakDown(String line) {
    machineFailure = machineFailure.or(() -> Optional.of(line));
    stations.forEach(Station::requestStop);
  }

  /** The description is wrong: ends the sweep. */
  synchronized void refuse(List<String> lines) {
    problems.addAll(lines);
    stations.forEach(Station::requestStop);
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
