package org.dynlab.app.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which version of the lab this is. The launcher script passes the commit in the system properties
 * {@code lab.commit} and {@code lab.dirty}; without them only the version of the build is known.
 *
 * @param text e.g. {@code 0.1.0+4be1c09d2f61}
 * @param dirty whether there were changes no commit knows
 */
public record CodeVersion(String text, boolean dirty) {
  private static final String COMMIT = "lab.commit";
  private static final String DIRTY = "lab.dirty";

  /** The version of this process. */
  public static CodeVersion current() {
    String commit = System.getProperty(COMMIT, "");
    String text = build() + (commit.isEmpty() ? "" : "+" + commit);
    return new CodeVersion(text, Boolean.getBoolean(DIRTY));
  }

  private static String build() {
    try (InputStream in = CodeVersion.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commit, with {@code -dirty} behind it if there were such changes; empty if unknown. */
  public String commit() {
    String commit = System.getProperty(COMMIT, "");
    return dirty && !commit.isEmpty() ? commit + "-dirty" : commit;
  }

  /** The same for another process, as options of its Java. */
  public List<String> options() {
    return List.of(
        "-D" + COMMIT + "=" + System.getProperty(COMMIT, ""), "-D" + DIRTY + "=" + dirty);
  }

  @Override
  public String toString() {
    return text + (dirty ? " with changes" : "");
  }
}
