package org.dynlab.store.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's input is wrong. Carries every problem that was found, not only the first; the command
 * line prints one line per problem and exits with 2, without a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  /** All problems of one input; at least one. */
  public UserError(List<Problem> problems) {
    this.problems = List.copyOf(problems);
  }

  /** A single problem. */
  public UserError(String where, String mustHold, String got, String hint) {
    this(List.of(new Problem(where, mustHold, got, hint)));
  }

  /** One line per problem. */
  @Override
  public String getMessage() {
    return problems.stream().map(Problem::line).collect(Collectors.joining("\n"));
  }

  /** What is wrong, in the order of the input. */
  public List<Problem> problems() {
    return problems;
  }
}
