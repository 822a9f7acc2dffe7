package org.dynlab.app.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where failures become lines and exit codes. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** Nobody reads more than a few screens. */
  private static final int MOST_LINES = 100;

  private static final Pattern UNKNOWN_OPTION = Pattern.compile("Unknown option: '([^']+)'");

  private final PrintStream err;

  public Failures(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    err.println(line(failure));
    return ExitCode.WRONG_INPUT;
  }

  private static String line(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String where = command.getCommandSpec().qualifiedName();
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    if (failure instanceof UnmatchedArgumentException unmatched) {
      // Where an option stands for the value of another one, only the message names it.
      Matcher behindOption = UNKNOWN_OPTION.matcher(message);
      String word =
          behindOption.lookingAt() ? behindOption.group(1) : unmatched.getUnmatched().get(0);
      return unknown(where, command, word).line();
    }
    return where + ": " + message + " (" + where + " --help shows how)";
  }

  private static Problem unknown(String where, CommandLine command, String word) {
    boolean option = word.startsWith("-");
    boolean verb = !option && !command.getSubcommands().isEmpty();
    List<String> known = new ArrayList<>();
    if (option) {
      command.getCommandSpec().options().forEach(o -> known.addAll(List.of(o.names())));
    } else if (verb) {
      known.addAll(command.getSubcommands().keySet());
    }
    String rule =
        option ? "must be a known option" : verb ? "must be a known verb" : "must not be there";
    String hint =
        NearestKey.of(word, known)
            .map(near -> "did you mean " + near + "?")
            .orElse(where + " --help shows all");
    return new Problem(where, rule, word, hint);
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    if (failure instanceof UserError error) {
      tell(error.problems());
      return ExitCode.WRONG_INPUT;
    } else if (failure instanceof UncheckedIOException || failure instanceof IOException) {
      err.println(machine(words(failure)));
      return ExitCode.MACHINE_FAILED;
    }
    err.println("lab: this is a mistake in the lab itself, please report it with these lines:");
    failure.printStackTrace(err);
    return ExitCode.MACHINE_FAILED;
  }

  private void tell(List<Problem> problems) {
    problems.stream().limit(MOST_LINES).map(Problem::line).forEach(err::println);
    if (problems.size() > MOST_LINES) {
      err.println("lab: and " + (problems.size() - MOST_LINES) + " more problems");
    }
  }

  /** The one line for a machine that could not go on. */
  public static String machine(String line) {
    return "lab: the machine failed: " + line;
  }

  private static String words(Exception failure) {
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }
}
