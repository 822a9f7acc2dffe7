package org.dynlab.app.progress;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Outcome;
import org.dynlab.store.problem.VisibleText;

/**
 * On a terminal: a bar over the steps of all runs, and one below it per run at work, up to eight. A
 * run takes the first line that is free and leaves it when it is over.
 */
final class ProgressBars implements ProgressDisplay {
  private static final int MOST_RUN_LINES = 8;
  private static final int REFRESH_MILLIS = 200;

  private final Tally tally;
  private final PrintStream out;
  private final int width;
  private final ProgressBar total;
  private final List<ProgressBar> lines = new ArrayList<>();
  private final Map<Integer, Integer> lineOfRun = new HashMap<>();
  private int kept;
  private String waiting = "";

  ProgressBars(PrintStream out, int width, Plan plan, InstantSource clock) {
    this.tally = new Tally(plan, clock);
    this.out = out;
    this.width = width;
    this.total = bar("runs", tally.totalSteps());
    showTotal();
  }

  private ProgressBar bar(String name, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(steps)
        .setRenderer(new BarLine())
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        // Told the width, it does not ask the terminal: that would disarm Ctrl-C.
        .setConsumer(new InteractiveConsoleProgressBarConsumer(out, width))
        .build();
  }

  @Override
  public void started(RunSpec run, long workerPid) {
    int line = 0;
    while (lineOfRun.containsValue(line)) {
      line++;
    }
    lineOfRun.put(run.index(), line);
    if (line == lines.size() && line < MOST_RUN_LINES) {
      lines.add(bar("", 1));
    }
    show(run, 0, 1, RunWords.name(run) + " begins");
  }

  @Override
  public void progressed(RunSpec run, Message.Progress progress) {
    tally.progressed(run, progress);
    showTotal();
    String news = RunWords.number(run) + " " + tally.news(run);
    show(run, progress.step(), progress.steps(), news);
  }

  @Override
  public void waiting(String runs) {
    waiting = runs.isEmpty() ? "" : ", " + runs;
    showTotal();
  }

  /** The next progress takes the line again; the journal keeps the note. */
  @Override
  public void noted(RunSpec run, Message.Noted noted) {
    show(run, 0, 1, RunWords.number(run) + " " + noted.note());
  }

  @Override
  public void ended(RunSpec run, Message.Ended ending) {
    tally.ended(run, ending.outcome());
    String words = RunWords.number(run) + " " + RunWords.ending(run, ending);
    leave(run, words, ending.outcome() == Outcome.FAILED);
  }

  @Override
  public void lost(RunSpec run, Loss loss) {
    tally.lost(run, loss);
    leave(run, RunWords.number(run) + " " + loss.reason(), !loss.retried());
  }

  /** A failed run keeps its line as long as there are others. */
  private void leave(RunSpec run, String lastWords, boolean failed) {
    showTotal();
    show(run, 1, 1, lastWords);
    boolean keepsLine = failed && kept < MOST_RUN_LINES / 2;
    kept += keepsLine ? 1 : 0;
    if (!keepsLine) {
      lineOfRun.remove(run.index());
    }
  }

  private void showTotal() {
    total.setExtraMessage(
        VisibleText.of(
            tally.done()
                + "/"
                + tally.runs()
                + " done"
                + tally.failures()
                + ", ETA "
                + tally.eta()
                + waiting));
    total.stepTo(tally.stepsDone());
  }

  private void show(RunSpec run, long step, long steps, String words) {
    int line = lineOfRun.get(run.index());
    if (line < lines.size()) {
      lines.get(line).maxHint(steps).stepTo(step).setExtraMessage(VisibleText.of(words));
    }
  }

  @Override
  public void close() {
    total.close();
    lines.forEach(ProgressBar::close);
  }
}
