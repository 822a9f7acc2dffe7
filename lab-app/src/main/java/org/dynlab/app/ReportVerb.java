package org.dynlab.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab report}: what the runs of an experiment show, finished or not. */
@Command(
    name = "report",
    description =
        "Writes the figures and the report of an experiment anew and prints its verdicts.",
    mixinStandardHelpOptions = true)
final class ReportVerb implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUNS", description = "folder of an experiment, e.g. runs/grokking")
  private Path folder;

  ReportVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Findings.of(folder).tell(console);
  }
}
