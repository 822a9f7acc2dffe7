package org.dynlab.app.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.problem.VisibleText;

/** Without a terminal: a line about every five seconds, and one at the end of every run. */
final class ProgressLines implements ProgressDisplay {
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Tally tally;
  private Duration lastLine = Duration.ZERO;
  private String waiting = "";

  ProgressLines(PrintStream out, Plan plan, InstantSource clock) {
    this.out = out;
    this.tally = new Tally(plan, clock);
  }

  @Override
  public void started(RunSpec run, long workerPid) {}

  @Override
  public void progressed(RunSpec run, Message.Progress progress) {
    tally.progressed(run, progress);
    printNowAndThen();
  }

  @Override
  public void waiting(String runs) {
    waiting = runs;
    if (!runs.isEmpty()) {
      printNowAndThen();
    }
  }

  private void printNowAndThen() {
    if (tally.elapsed().minus(lastLine).compareTo(QUIET) >= 0) {
      lastLine = tally.elapsed();
      print(overview());
    }
  }

  private String overview() {
    String running =
        tally.news().entrySet().stream()
            .map(each -> String.format(Locale.ROOT, " | %03d %s", each.getKey(), each.getValue()))
            .collect(Collectors.joining());
    return tally.done()
        + "/"
        + tally.runs()
        + " runs done"
        + tally.failures()
        + ", ETA "
        + tally.eta()
        + (waiting.isEmpty() ? "" : ", " + waiting)
        + running;
  }

  @Override
  public void noted(RunSpec run, Message.Noted noted) {
    print(RunWords.name(run) + ": " + noted.note());
  }

  @Override
  public void ended(RunSpec run, Message.Ended ending) {
    tally.ended(run, ending.outcome());
    print(
        String.format(
            Locale.ROOT,
            "%s: %s [%d/%d]",
            RunWords.name(run),
            RunWords.ending(run, ending),
            tally.done(),
            tally.runs()));
  }

  @Override
  public void lost(RunSpec run, Loss loss) {
    tally.lost(run, loss);
    print(RunWords.name(run) + ": " + loss.reason() + (loss.retried() ? "; trying again" : ""));
  }

  private void print(String line) {
    out.println(Tally.words(tally.elapsed().toSeconds()) + "  " + VisibleText.of(line));
    out.flush();
  }

  @Override
  public void close() {}
}
