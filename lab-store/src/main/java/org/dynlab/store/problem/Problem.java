package org.dynlab.store.problem;

/**
 * One thing that is wrong with what a user wrote: where it stands, what must hold there, what was
 * found, and what to try ({@code hint} may be empty).
 */
public record Problem(String where, String mustHold, String got, String hint) {
  private static final int LONGEST_PART = 1000;

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

  /**
   * One line: {@code where: must hold, got x (hint)}. Parts that come from broken files stay in
   * their line: characters that move a terminal's cursor are spelled out, long parts are cut.
   */
  public String line() {
    return shown(where)
        + ": "
        + shown(mustHold)
        + (got.isEmpty() ? "" : ", got " + shown(got))
        + (hint.isEmpty() ? "" : " (" + shown(hint) + ")");
  }

  private static String shown(String part) {
    return cut(VisibleText.of(cut(part)));
  }

  private static String cut(String part) {
    return part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART) + "...";
  }
}
