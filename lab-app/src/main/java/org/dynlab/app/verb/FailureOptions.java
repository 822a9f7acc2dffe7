package org.dynlab.app.verb;

import org.dynlab.app.sweep.Retry;
import org.dynlab.core.describe.Checks;
import picocli.CommandLine.Option;

/** What is done about runs that do not end well. */
public final class FailureOptions {
  @Option(
      names = "--retry",
      paramLabel = "WHICH",
      description =
          "runs of earlier calls that are done once more: none, failed (default; each goes on from"
              + " its last checkpoint) or diverged (those begin anew, and failed ones too)")
  private Retry retry = Retry.FAILED;

  @Option(names = "--fail-fast", description = "stops at the first run that fails")
  private boolean failFast;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "stops when N runs have failed (default: never)")
  private int maxFailures = Integer.MAX_VALUE;

  public void check(Checks checks) {
    checks.that(maxFailures >= 1, "--max-failures", "must be >= 1", maxFailures);
  }

  public Retry retry() {
    return retry;
  }

  /** How many runs may fail before the sweep stops. */
  public int most() {
    return failFast ? 1 : maxFailures;
  }
}
