package org.dynlab.app.verb;

import java.util.concurrent.Callable;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab data}: public data sets. */
@Command(name = "data", description = "Gets public data sets.", mixinStandardHelpOptions = true)
public final class DataVerb implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  private DataVerb(Console console) {
    this.console = console;
  }

  /** The verb with its own verbs. */
  public static CommandLine with(Console console) {
    return new CommandLine(new DataVerb(console)).addSubcommand(new FetchVerb(console));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.WRONG_INPUT;
  }
}
