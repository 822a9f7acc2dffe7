package org.dynlab.app.slurm;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dynlab.app.sweep.Engine;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.sweep.SweepListener;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Cause;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Follows runs that Slurm's arrays work on, until all are over. Runs whose tasks have used up their
 * time are submitted again, as long as each time takes them to a later checkpoint. The arrays do
 * not need it: when it stops, they go on.
 */
public final class SlurmEngine implements Engine {
  /** How often one call submits the same run again. */
  private static final int MOST_TIMES_AGAIN = 20;

  private final Squeue squeue;
  private final List<RunWatch> open;
  private final Function<List<RunSpec>, List<RunWatch>> takeAgain;
  private final Map<Integer, Integer> timesAgain = new HashMap<>();
  private final List<RunSpec> outOfTime = new ArrayList<>();
  private final List<String> refusals;
  private final Pace pace;
  private final InstantSource clock;
  private final List<String> losses = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private Optional<Instant> silentSince = Optional.empty();

  /**
   * How often and how long it looks.
   *
   * @param rest the shortest time between two looks; after a slow one it rests ten times as long as
   *     that took, to spare a busy controller
   * @param patience how long a task may be gone from the queue before its run is lost
   * @param silence how long Slurm may not answer before there is no more asking
   */
  record Pace(Duration rest, Duration patience, Duration silence) {
    private static final int REST_PER_LOOK = 10;

    /** For sweeps of minutes to days. */
    static Pace usual() {
      return new Pace(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    Duration restAfter(Duration look) {
      Duration long_ = look.multipliedBy(REST_PER_LOOK);
      return long_.compareTo(rest) > 0 ? long_ : rest;
    }
  }

  SlurmEngine(
      Squeue squeue,
      List<RunWatch> open,
      Function<List<RunSpec>, List<RunWatch>> takeAgain,
      List<String> refusals,
      Pace pace,
      InstantSource clock) {
    this.squeue = squeue;
    this.open = new ArrayList<>(open);
    this.takeAgain = takeAgain;
    // Shared: whoever submits again may be refused a part.
    this.refusals = refusals;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public SweepResult work(List<SweepListener> listeners) {
    Optional<String> failure = Optional.empty();
    while (!stopped() && somethingIsOpen() && failure.isEmpty()) {
      Instant begin = clock.instant();
      failure = look(begin, listeners);
      rest(pace.restAfter(Duration.between(begin, clock.instant())));
    }
    Optional<Stop> end =
        stopped()
            ? Optional.of(new Stop(Cause.REQUEST, "stopped on request"))
            : failure.or(this::lossesInOneLine).map(line -> new Stop(Cause.MACHINE, line));
    return new SweepResult(end, refusals);
  }

  private boolean somethingIsOpen() {
    return !open.isEmpty() || !outOfTime.isEmpty();
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  private void rest(Duration time) {
    try {
      boolean unused = somethingIsOpen() && stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /** Looks at all runs once; why that makes no more sense, if it does not. */
  private Optional<String> look(Instant now, List<SweepListener> listeners) {
    Optional<Map<String, TaskState>> states = Optional.empty();
    Optional<String> failure = Optional.empty();
    try {
      submitAgain();
      states = Optional.of(squeue.states(jobs()));
      silentSince = Optional.empty();
    } catch (UncheckedIOException e) {
      silentSince = silentSince.or(() -> Optional.of(now));
      boolean tooLong = !now.isBefore(silentSince.get().plus(pace.silence()));
      failure = tooLong ? Optional.of(e.getMessage() + ": " + e.getCause().getMessage()) : failure;
    }
    lookAtEach(states, now, new Listeners(listeners));
    return failure;
  }

  private void lookAtEach(
      Optional<Map<String, TaskState>> states, Instant now, SweepListener listener) {
    List<TaskState> alive = new ArrayList<>();
    for (RunWatch watch : open) {
      Optional<TaskState> state = stateOf(watch, states);
      boolean again = timesAgain.getOrDefault(watch.run().index(), 0) < MOST_TIMES_AGAIN;
      watch.look(state, now, pace.patience(), again, listener);
      watch.loss().ifPresent(loss -> lost(watch, loss));
      state.ifPresent(alive::add);
    }
    open.removeIf(RunWatch::isOver);
    listener.waiting(TaskState.waiting(alive));
  }

  private void lost(RunWatch watch, Loss loss) {
    if (loss.retried()) {
      outOfTime.add(watch.run());
    } else {
      losses.add(loss.reason());
    }
  }

  /** What Slurm refuses now is left to a later call. */
  private void submitAgain() {
    if (outOfTime.isEmpty()) {
      return;
    }
    try {
      open.addAll(takeAgain.apply(List.copyOf(outOfTime)));
      outOfTime.forEach(run -> timesAgain.merge(run.index(), 1, Integer::sum));
    } catch (UserError refusal) {
      refusal.problems().stream().map(Problem::line).forEach(refusals::add);
    }
    outOfTime.clear();
  }

  /** While Slurm does not answer, no task counts as gone. */
  private static Optional<TaskState> stateOf(
      RunWatch watch, Optional<Map<String, TaskState>> states) {
    return states.isEmpty()
        ? Optional.of(TaskState.UNKNOWN)
        : Optional.ofNullable(states.get().get(watch.task()));
  }

  private List<ArrayJob> jobs() {
    return open.stream().map(RunWatch::job).distinct().toList();
  }

  private Optional<String> lossesInOneLine() {
    if (losses.isEmpty()) {
      return Optional.empty();
    }
    int more = losses.size() - 1;
    return Optional.of(losses.get(0) + (more == 0 ? "" : "; and " + more + " more like it"));
  }

  @Override
  public void stop() {
    stop.countDown();
  }

  /** There is nothing of its own to end. */
  @Override
  public void kill() {
    stop();
  }

  @Override
  public Optional<String> goesOn() {
    List<String> ids = jobs().stream().map(ArrayJob::job).toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    boolean one = ids.size() == 1;
    return Optional.of(
        (one ? "Slurm job " : "Slurm jobs ")
            + String.join(", ", ids)
            + (one ? " goes on" : " go on")
            + "; the same call follows on, scancel "
            + String.join(" ", ids)
            + (one ? " ends it" : " ends them"));
  }
}
