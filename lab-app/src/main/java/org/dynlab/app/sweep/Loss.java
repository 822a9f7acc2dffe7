package org.dynlab.app.sweep;

import java.nio.file.Path;

/**
 * What is known of a worker that went away in the middle of a run.
 *
 * @param how e.g. {@code killed by signal 9}
 * @param log the file with what it wrote to standard error
 * @param retried whether the run begins again
 */
public record Loss(String how, Path log, boolean retried) {

  /** In one line. */
  public String reason() {
    return "worker process " + how + ", see " + log;
  }
}
