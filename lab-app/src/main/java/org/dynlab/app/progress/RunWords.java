package org.dynlab.app.progress;

import java.util.Locale;
import java.util.stream.Collectors;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;

/** Runs and their news in few words. */
final class RunWords {
  private RunWords() {}

  /** e.g. {@code run 003, seed 3, optimizer=wand}. */
  static String name(RunSpec run) {
    String point =
        run.point().entrySet().stream()
            .map(entry -> ", " + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "run %s, seed %d%s", number(run), run.seed(), point);
  }

  /** e.g. {@code 003}. */
  static String number(RunSpec run) {
    return String.format(Locale.ROOT, "%03d", run.index());
  }

  /** e.g. {@code step 1200/3000, 350/s, loss 0.0123, train 1.000, eval 0.452}. */
  static String news(Message.Progress at, double pace) {
    String digits = pace < 100 ? " %.3g/s," : " %.0f/s,";
    String rate = Double.isNaN(pace) ? "" : String.format(Locale.ROOT, digits, pace);
    return String.format(Locale.ROOT, "step %d/%d,%s %s", at.step(), at.steps(), rate, fit(at));
  }

  static String fit(Message.Progress at) {
    return String.format(
        Locale.ROOT,
        "loss %.4g, train %s, eval %s",
        at.loss(),
        share(at.trainAccuracy()),
        share(at.evalAccuracy()));
  }

  private static String share(double accuracy) {
    return Double.isNaN(accuracy) ? "-" : String.format(Locale.ROOT, "%.3f", accuracy);
  }

  /**
   * e.g. {@code completed after 3000 steps in 12.3 s: all 3000 steps done}; of a failed run also
   * where to look.
   */
  static String ending(RunSpec run, Message.Ended ended) {
    String see =
        ended.outcome() == Outcome.FAILED
            ? ", see " + run.planned().folder() + "/" + RunDirectory.ERROR_FILE
            : "";
    return String.format(
        Locale.ROOT,
        "%s after %d %s in %.1f s: %s%s",
        ended.outcome().name().toLowerCase(Locale.ROOT),
        ended.steps(),
        ended.steps() == 1 ? "step" : "steps",
        ended.seconds(),
        ended.reason(),
        see);
  }
}
