package org.dynlab.tasks.table;

/** What stands between the cells of a line. */
public enum Delimiter {
  /** {@code ,}. */
  COMMA(','),
  /** {@code ;}. */
  SEMICOLON(';'),
  /** The tab character. */
  TAB('\t');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}
