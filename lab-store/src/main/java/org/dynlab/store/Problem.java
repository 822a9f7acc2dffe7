package org.dynlab.store;

/**
 * One thing that is wrong with what a user wrote: where it stands, what must hold there, what was
 * found, and what to try ({@code hint} may be empty).
 */
public record Problem(String where, String mustHold, String got, String hint) {

  /** A problem without a hint. */
  public Problem(String where, String mustHold, String got) {
    this(where, mustHold, got, "");
  }

  /** The same problem seen from further out: {@code outer + separator + where}. */
  public Problem within(String outer) {
    if (where.isEmpty()) {
      return new Problem(outer, mustHold, got, hint);
    }
    String separator = where.startsWith("[") || outer.endsWith(": ") ? "" : ".";
    return new Problem(outer + separator + where, mustHold, got, hint);
  }

  /** One line: {@code where: must hold, got x (hint)}. */
  public String line() {
    return where
        + ": "
        + mustHold
        + (got.isEmpty() ? "" : ", got " + got)
        + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
