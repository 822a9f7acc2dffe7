package org.dynlab.app;

/** What the lab tells the shell. */
final class ExitCode {
  /** Everything was done and every claim holds. */
  static final int DONE = 0;

  /** A run failed, or a claim did not pass. */
  static final int FAILED = 1;

  /** What the user wrote is wrong; nothing was done. */
  static final int WRONG_INPUT = 2;

  /** Disk, memory or the lab itself failed. */
  static final int MACHINE_FAILED = 3;

  /** Stopped by Ctrl-C; the same call goes on from there. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
