package org.dynlab.app;

import java.util.List;
import java.util.SplittableRandom;

/** Damages of YAML texts, all chosen by random numbers. */
final class DamagedText {
  private static final List<String> PIECES =
      List.of(
          "",
          "\n",
          "\n  ",
          " ",
          "\t",
          "- ",
          ": ",
          ",",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "#",
          "&a ",
          "*a",
          "!!str ",
          "| ",
          "> ",
          "? ",
          "---\n",
          "%",
          "~",
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e3",
          "1e999",
          ".nan",
          ".inf",
          "2147483648",
          "9223372036854775808",
          "kind",
          "seeds: 3",
          "x: 1",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uD83D\uDE00",
          "[".repeat(60),
          "{a: ".repeat(60),
          "9".repeat(2000),
          "\\u0000",
          "../..");

  private DamagedText() {}

  /** One to three changes: a piece put in, a block removed, copied or replaced by a piece. */
  static String of(String text, SplittableRandom random) {
    String changed = text;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static String once(String text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    int longest = random.nextInt(4) == 0 ? text.length() : 10;
    int to = from + random.nextInt(Math.min(longest, text.length() - from) + 1);
    String piece =
        random.nextInt(4) == 0
            ? text.substring(from, to)
            : PIECES.get(random.nextInt(PIECES.size()));
    int at = random.nextBoolean() ? from : random.nextInt(text.length() + 1);
    int removed = at == from && random.nextBoolean() ? to - from : 0;
    return text.substring(0, at) + piece + text.substring(at + removed);
  }
}
