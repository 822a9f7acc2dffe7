package org.dynlab.app.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.dynlab.app.terminal.Words;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;

/**
 * What a plan will take, from half a second of training at a few of its points. A run that ends
 * before its budget takes less.
 */
public final class Estimate {
  private static final int POINTS = 3;
  private static final int NEWEST_CHECKPOINTS = 2;
  private static final double MEGA = 1e6;

  private final ExperimentLanguage language;
  private final Map<Map<String, String>, Trial> tried = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Estimate(ExperimentLanguage language) {
    this.language = language;
  }

  /** In a line or more, each with a line feed. */
  public static String of(
      List<RunSpec> runs, int jobs, Trials trials, ExperimentLanguage language) {
    Estimate estimate = new Estimate(language);
    Map<Map<String, String>, RunSpec> points = new LinkedHashMap<>();
    runs.forEach(run -> points.putIfAbsent(run.point(), run));
    List<RunSpec> firsts = List.copyOf(points.values());
    int count = Math.min(POINTS, firsts.size());
    for (int k = 0; k < count; k++) {
      estimate.attempt(firsts.get(count == 1 ? 0 : k * (firsts.size() - 1) / (count - 1)), trials);
    }
    return estimate.words(runs, firsts.size(), jobs);
  }

  private void attempt(RunSpec run, Trials trials) {
    Trial.Outcome outcome = trials.of(run, language);
    outcome.trial().ifPresent(trial -> tried.put(run.point(), trial));
    outcome.problems().stream()
        .map(line -> String.format(Locale.ROOT, "run %03d cannot be done: %s%n", run.index(), line))
        .forEach(problems::add);
  }

  private String words(List<RunSpec> runs, int all, int jobs) {
    String lines = String.join("", problems);
    if (tried.isEmpty()) {
      return lines;
    }
    Map<Map<String, String>, Cost> points = new HashMap<>();
    double seconds = 0;
    double disk = 0;
    for (RunSpec run : runs) {
      Cost cost = points.computeIfAbsent(run.point(), point -> cost(run));
      seconds += cost.seconds;
      disk += cost.bytes;
    }
    return lines
        + String.format(
            Locale.ROOT,
            "estimate: at most %s with %s and %.3g MB on disk (%s of %s, for half a second each)%n",
            time(seconds / Math.min(jobs, runs.size())),
            Words.count(Math.min(jobs, runs.size()), "worker"),
            disk / MEGA,
            tried.size(),
            Words.count(all, "point"));
  }

  private record Cost(double seconds, double bytes) {}

  private Cost cost(RunSpec run) {
    RunDescription description = language.run(run.spec());
    long steps = description.budget().steps();
    LongPredicate kept = description.keptCheckpoints();
    double checkpoints = NEWEST_CHECKPOINTS + LongStream.rangeClosed(0, steps).filter(kept).count();
    return new Cost(
        of(run, trial -> trial.seconds(steps)),
        of(run, trial -> trial.tableBytes(steps) + checkpoints * trial.checkpointBytes()));
  }

  /** That of the run's own point, else the mean over those that were tried. */
  private double of(RunSpec run, ToDoubleFunction<Trial> number) {
    Trial own = tried.get(run.point());
    return own == null
        ? tried.values().stream().mapToDouble(number).average().orElse(Double.NaN)
        : number.applyAsDouble(own);
  }

  private static String time(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.2g s", seconds);
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
