package org.dynlab.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dynlab.store.problem.UserError;

/** Small text files of a run directory, whose size is looked at before they are read. */
public final class TextFile {
  /**
   * Several times the manifest of the longest experiment file, or 40,000 columns; as JSON it fills
   * at most some 100 MB of memory.
   */
  static final long MOST_BYTES = 4 << 20;

  private TextFile() {}

  /** The text of a file; one that is missing, too long or not UTF-8 is a user's error. */
  public static String read(Path file) {
    checkPlain(file, MOST_BYTES);
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserError(file.toString(), "must be a file", "nothing", "");
    } catch (CharacterCodingException e) {
      throw new UserError(file.toString(), "must be UTF-8 text", "other bytes", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The same for a file that ends with a line feed whenever it is whole. */
  public static String readLines(Path file) {
    String text = read(file);
    if (!text.endsWith("\n")) {
      String got = text.isEmpty() ? "nothing" : "the end of the file";
      throw new UserError(file.toString(), "must end with a line feed", got, "");
    }
    return text;
  }

  /** Refuses what is there but is no file, such as a pipe that nobody writes, or is too long. */
  public static void checkPlain(Path file, long mostBytes) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        String got = Files.isDirectory(file) ? "a folder" : "something that is no plain file";
        throw new UserError(file.toString(), "must be a file", got, "");
      }
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size > mostBytes) {
        String rule = "must be at most " + mostBytes + " bytes";
        throw new UserError(file.toString(), rule, size + " bytes", "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
