package org.dynlab.app.progress;

import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** One bar as one line: at most 30 places for the bar, less where the words need the width. */
final class BarLine implements ProgressBarRenderer {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;

  /** Brackets, a blank, and the news of a run of six-digit length. */
  private static final int REST = 66;

  @Override
  public String render(ProgressState state, int maxLength) {
    return line(state.getNormalizedProgress(), state.getExtraMessage(), maxLength);
  }

  /** Filled with blanks to the full width, so that nothing of an older line shows. */
  static String line(double share, String words, int width) {
    int bar = Math.max(SHORTEST, Math.min(LONGEST, width - REST));
    int done = (int) Math.floor(bar * Math.max(0, Math.min(1, share)));
    String line = "[" + "#".repeat(done) + ".".repeat(bar - done) + "] " + words;
    return line.length() >= width
        ? line.substring(0, Math.max(0, width))
        : line + " ".repeat(width - line.length());
  }
}
