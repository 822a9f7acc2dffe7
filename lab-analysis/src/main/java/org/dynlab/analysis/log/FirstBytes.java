package org.dynlab.analysis.log;

import java.nio.file.Path;
import org.dynlab.store.problem.UserError;

/** What the beginning of a file says of the rest: whether it is text, and how cells are apart. */
final class FirstBytes {
  private static final int LOOKED_AT = 1 << 16;

  private FirstBytes() {}

  /** Refuses what is no text in UTF-8; where the text begins, behind the byte order mark if any. */
  static int check(Path file, byte[] bytes, int size) {
    int b0 = size > 1 ? bytes[0] & 0xff : 0;
    int b1 = size > 1 ? bytes[1] & 0xff : 0;
    if ((b0 == 0xff && b1 == 0xfe) || (b0 == 0xfe && b1 == 0xff)) {
      throw notText(file, "UTF-16", "write it in UTF-8");
    } else if (b0 == 0x1f && b1 == 0x8b) {
      throw notText(file, "gzip", "unpack it first");
    }
    boolean lineFeed = false;
    boolean carriageReturn = false;
    for (int i = 0; i < Math.min(size, LOOKED_AT); i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\r\f".indexOf(bytes[i]) < 0) {
        throw notText(file, "a byte " + bytes[i], "");
      }
      lineFeed |= bytes[i] == '\n';
      carriageReturn |= bytes[i] == '\r';
    }
    if (carriageReturn && !lineFeed) {
      throw new UserError(file + ":1", "must end lines with line feeds", "carriage returns", "");
    }
    boolean mark = b0 == 0xef && b1 == 0xbb && size > 2 && (bytes[2] & 0xff) == 0xbf;
    return mark ? 3 : 0;
  }

  private static UserError notText(Path file, String got, String hint) {
    return new UserError(file.toString(), "must be text in UTF-8", got, hint);
  }

  /** The one of comma, semicolon and tab that the first line has most of, quotes aside. */
  static byte separator(byte[] bytes, int from, int to) {
    int[] counts = new int[Byte.MAX_VALUE + 1];
    boolean quoted = false;
    for (int i = from; i < to && (quoted || bytes[i] != '\n'); i++) {
      quoted ^= bytes[i] == '"';
      if (!quoted && bytes[i] >= 0) {
        counts[bytes[i]]++;
      }
    }
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      most = counts[candidate] > counts[most] ? candidate : most;
    }
    return (byte) most;
  }
}
