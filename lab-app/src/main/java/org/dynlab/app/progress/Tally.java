package org.dynlab.app.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;

/**
 * How far a sweep has come, counted in steps of all its runs. A run that is over counts with its
 * whole budget, however early it ended; one that was interrupted or lost counts nothing.
 */
final class Tally {
  private final int runs;
  private final int skipped;
  private final long totalSteps;
  private final InstantSource clock;
  private final Map<Integer, Message.Progress> running = new TreeMap<>();
  private final Instant begin;
  private Optional<Instant> firstStep = Optional.empty();
  private int over;
  private long stepsOfRunsOver;

  /**
   * A tally at its beginning.
   *
   * @param plan what there is to do
   */
  Tally(Plan plan, InstantSource clock) {
    this.runs = plan.runs();
    this.skipped = plan.runs() - plan.left().size();
    this.totalSteps = plan.left().stream().mapToLong(Tally::budget).sum();
    this.clock = clock;
    this.begin = clock.instant();
  }

  private static long budget(RunSpec run) {
    return run.spec().path("budget").path("steps").asLong();
  }

  void progressed(RunSpec run, Message.Progress progress) {
    if (firstStep.isEmpty()) {
      firstStep = Optional.of(clock.instant());
    }
    running.put(run.index(), progress);
  }

  void ended(RunSpec run, Outcome outcome) {
    running.remove(run.index());
    if (outcome != Outcome.INTERRUPTED) {
      stepsOfRunsOver += budget(run);
      over++;
    }
  }

  void lost(RunSpec run) {
    running.remove(run.index());
  }

  /** The runs at work with their latest news, by number. */
  Map<Integer, Message.Progress> running() {
    return running;
  }

  /** Runs that are over, those of earlier calls included. */
  int done() {
    return skipped + over;
  }

  int runs() {
    return runs;
  }

  long totalSteps() {
    return totalSteps;
  }

  long stepsDone() {
    return stepsOfRunsOver + running.values().stream().mapToLong(Message.Progress::step).sum();
  }

  /** Time since the beginning. */
  Duration elapsed() {
    return Duration.between(begin, clock.instant());
  }

  /** Time still to go at the pace since the first step, e.g. {@code 1:05}; {@code ?} before it. */
  String eta() {
    long done = stepsDone();
    double since =
        firstStep.map(first -> Duration.between(first, clock.instant()).toMillis()).orElse(0L)
            * 1e-3;
    if (done == 0 || since <= 0) {
      return "?";
    }
    return words(Math.round(since * (totalSteps - done) / done));
  }

  /** Seconds as {@code m:ss} or {@code h:mm:ss}. */
  static String words(long seconds) {
    long minutes = seconds / 60;
    return minutes < 60
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
  }
}
