package org.dynlab.app.terminal;

/** What the lab tells the shell. */
public final class ExitCode {
  /** Everything was done and every claim holds. */
  public static final int DONE = 0;

  /** A run failed, or a claim did not pass. */
  public static final int FAILED = 1;

  /** What the user wrote is wrong; nothing was done. */
  public static final int WRONG_INPUT = 2;

  /** Disk, memory or the lab itself failed. */
  public static final int MACHINE_FAILED = 3;

  /** Stopped by Ctrl-C; the same call goes on from there. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
