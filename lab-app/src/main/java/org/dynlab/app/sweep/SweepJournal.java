package org.dynlab.app.sweep;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;

/** Notes in the experiment's journal what happens to a sweep. */
public final class SweepJournal implements SweepListener {
  private final Consumer<JournalEntry> journal;
  private final InstantSource clock;

  /** The journal of that experiment. */
  public SweepJournal(ExperimentDirectory directory, InstantSource clock) {
    this(directory::note, clock);
  }

  /** One that writes its entries elsewhere. */
  public SweepJournal(Consumer<JournalEntry> journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** The lab begins to work on the sweep. */
  public void opened(String version, int jobs, int runs, int left) {
    note(
        "started",
        "version",
        version,
        "jobs",
        Integer.toString(jobs),
        "runs",
        Integer.toString(runs),
        "left",
        Integer.toString(left));
  }

  /** The lab has stopped working on the sweep. */
  public void closed(SweepResult result, int left) {
    String why =
        result
            .stop()
            .map(SweepResult.Stop::words)
            .orElse(result.problems().isEmpty() ? "all runs tried" : "refused");
    note("ended", "why", why, "left", Integer.toString(left));
  }

  @Override
  public void started(RunSpec run, long workerPid) {
    note("runStarted", "run", run.planned().folder(), "worker", Long.toString(workerPid));
  }

  @Override
  public void progressed(RunSpec run, Message.Progress progress) {}

  @Override
  public void noted(RunSpec run, Message.Noted noted) {
    note("runNoted", "run", run.planned().folder(), "note", noted.note());
  }

  @Override
  public void ended(RunSpec run, Message.Ended ending) {
    note(
        "runEnded",
        "run",
        run.planned().folder(),
        "outcome",
        ending.outcome().name().toLowerCase(Locale.ROOT),
        "reason",
        ending.reason(),
        "steps",
        Long.toString(ending.steps()),
        "seconds",
        String.format(Locale.ROOT, "%.3f", ending.seconds()));
  }

  @Override
  public void lost(RunSpec run, Loss loss) {
    note(
        "runEnded",
        "run",
        run.planned().folder(),
        "outcome",
        "failed",
        "reason",
        loss.reason(),
        "retried",
        Boolean.toString(loss.retried()));
  }

  private void note(String event, String... keysAndValues) {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      details.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    journal.accept(new JournalEntry(clock.instant().toString(), event, details));
  }
}
