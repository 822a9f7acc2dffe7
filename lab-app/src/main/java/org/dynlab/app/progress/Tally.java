package org.dynlab.app.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dynlab.app.sweep.Loss;
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
  private final Map<Integer, Running> running = new TreeMap<>();
  private final Instant begin;
  private Optional<Instant> firstStep = Optional.empty();
  private int over;
  private int failed;
  private long stepsOfRunsOver;
  private long stepsOfEarlierCalls;

  /** A run at work: its latest news, and where it was when it was first heard of. */
  private record Running(Message.Progress latest, long firstStep, Instant since) {}

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
    Instant now = clock.instant();
    if (firstStep.isEmpty()) {
      firstStep = Optional.of(now);
    }
    Running first = running.getOrDefault(run.index(), new Running(progress, progress.step(), now));
    if (!running.containsKey(run.index())) {
      stepsOfEarlierCalls += progress.step();
    }
    running.put(run.index(), new Running(progress, first.firstStep, first.since));
  }

  void ended(RunSpec run, Outcome outcome) {
    running.remove(run.index());
    if (outcome != Outcome.INTERRUPTED) {
      stepsOfRunsOver += budget(run);
      failed += outcome == Outcome.FAILED ? 1 : 0;
      over++;
    }
  }

  void lost(RunSpec run, Loss loss) {
    Running gone = running.remove(run.index());
    stepsOfEarlierCalls -= gone == null ? 0 : gone.firstStep;
    failed += loss.retried() ? 0 : 1;
  }

  /** The numbers of the runs at work with what they say of themselves. */
  Map<Integer, String> news() {
    Map<Integer, String> news = new TreeMap<>();
    running.forEach((number, at) -> news.put(number, RunWords.news(at.latest, pace(at))));
    return news;
  }

  /** The news of one run. */
  String news(RunSpec run) {
    return news().get(run.index());
  }

  /** Steps a second since it was first heard of; NaN before the second time. */
  private double pace(Running at) {
    double seconds = Duration.between(at.since, clock.instant()).toMillis() * 1e-3;
    return seconds <= 0 ? Double.NaN : (at.latest.step() - at.firstStep) / seconds;
  }

  /** Runs that are over, those of earlier calls included. */
  int done() {
    return skipped + over;
  }

  /** e.g. {@code , 2 failed}; nothing if none has. */
  String failures() {
    return failed == 0 ? "" : ", " + failed + " failed";
  }

  int runs() {
    return runs;
  }

  long totalSteps() {
    return totalSteps;
  }

  long stepsDone() {
    return stepsOfRunsOver + running.values().stream().mapToLong(at -> at.latest.step()).sum();
  }

  /** Time since the beginning; none if the clock was put back. */
  Duration elapsed() {
    Duration elapsed = Duration.between(begin, clock.instant());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  /** Time still to go at the pace since the first step, e.g. {@code 1:05}; {@code ?} before it. */
  String eta() {
    long done = stepsDone() - stepsOfEarlierCalls;
    double since =
        firstStep.map(first -> Duration.between(first, clock.instant()).toMillis()).orElse(0L)
            * 1e-3;
    if (done <= 0 || since <= 0) {
      return "?";
    }
    return words(Math.round(since * (totalSteps - stepsDone()) / done));
  }

  /** Seconds as {@code m:ss} or {@code h:mm:ss}. */
  static String words(long seconds) {
    long minutes = seconds / 60;
    return minutes < 60
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
  }
}
