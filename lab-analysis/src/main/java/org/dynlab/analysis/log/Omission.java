package org.dynlab.analysis.log;

/**
 * Something in the logs that was left out, or taken in a way that its reader must know.
 *
 * @param where a file, perhaps with its line, or a column
 * @param what was left out or noticed
 * @param reason why, and what was done
 */
public record Omission(String where, String what, String reason) {

  /** e.g. {@code 1 row}, {@code 3 rows}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** One line: {@code where: what: reason}. */
  public String text() {
    return where + ": " + what + ": " + reason;
  }
}
