package org.dynlab.store.problem;

import java.util.regex.Pattern;

/** Text for a terminal, whatever file it comes from. */
public final class VisibleText {
  /** Control and format characters, line and paragraph separators. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private VisibleText() {}

  /** The text on one line; characters that move a terminal's cursor are spelled out. */
  public static String of(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
  }
}
