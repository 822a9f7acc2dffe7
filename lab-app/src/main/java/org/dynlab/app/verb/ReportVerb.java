package org.dynlab.app.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dynlab.app.session.Results;
import org.dynlab.app.terminal.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab report}: what the runs of an experiment show, finished or not. */
@Command(
    name = "report",
    description =
        "Writes the figures and the report of an experiment anew and prints its verdicts.",
    mixinStandardHelpOptions = true)
public final class ReportVerb implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUNS", description = "folder of an experiment, e.g. runs/grokking")
  private Path folder;

  public ReportVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Results.of(folder).tell(console);
  }
}
