package org.dynlab.app.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers of Slurm's programs that are none. */
final class Refusals {
  private Refusals() {}

  /** The failure of a machine whose program answers with an error nobody can help. */
  static UncheckedIOException machine(String program, Programs.Answer answer) {
    return new UncheckedIOException(
        "cannot ask Slurm", new IOException(program + ": " + answer.complaint()));
  }
}
