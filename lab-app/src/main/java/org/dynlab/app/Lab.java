package org.dynlab.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.app.terminal.Failures;
import org.dynlab.app.verb.AnalyzeVerb;
import org.dynlab.app.verb.DataVerb;
import org.dynlab.app.verb.ListVerb;
import org.dynlab.app.verb.ReportVerb;
import org.dynlab.app.verb.RunVerb;
import org.dynlab.app.version.CodeVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program behind {@code ./lab}: picks the verb, and turns failures into lines and codes. */
@Command(
    name = "lab",
    description = "A laboratory for the dynamics of neural network training.",
    mixinStandardHelpOptions = true,
    versionProvider = Lab.Version.class,
    subcommands = HelpCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and every claim holds",
      "1:a run failed, or a claim did not pass",
      "2:the input is wrong; one line per problem",
      "3:the machine failed (disk, memory)",
      "130:stopped by Ctrl-C; the same call goes on from there"
    })
public final class Lab implements Callable<Integer> {
  private static final int HELP_WIDTH = 100;

  private final Console console;

  @Spec private CommandSpec spec;

  private Lab(Console console) {
    this.console = console;
  }

  /** Runs one verb and leaves with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Integer.getInteger("lab.width", 0));
    int code = call(console, args);
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The same within this process. */
  static int call(Console console, String... args) {
    Failures failures = new Failures(console.err());
    return new CommandLine(new Lab(console))
        .addSubcommand(new RunVerb(console))
        .addSubcommand(new ReportVerb(console))
        .addSubcommand(AnalyzeVerb.with(console))
        .addSubcommand(new ListVerb(console))
        .addSubcommand(DataVerb.with(console))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.WRONG_INPUT;
  }

  /** Answers {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"lab " + CodeVersion.current()};
    }
  }
}
