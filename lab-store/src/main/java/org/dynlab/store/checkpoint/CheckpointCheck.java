package org.dynlab.store.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Sha256;

/** Tells whether a file is a whole checkpoint, in a few kilobytes of memory whatever its size. */
final class CheckpointCheck {
  private static final int CHUNK_BYTES = 1 << 16;

  private CheckpointCheck() {}

  /** Refuses a file of another kind, of a newer format, or whose bytes do not give its SHA-256. */
  static void wholeness(Path file) throws IOException {
    long size = Files.isRegularFile(file) ? Files.size(file) : 0;
    if (Files.exists(file) && size < CheckpointBytes.PREFIX + CheckpointBytes.DIGEST) {
      throw foreign(file, size);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] prefix = in.readNBytes(CheckpointBytes.PREFIX);
      checkPrefix(prefix, file, size);
      byte[] digest = digest(prefix, in, size - CheckpointBytes.PREFIX - CheckpointBytes.DIGEST);
      if (size > Integer.MAX_VALUE
          || !Arrays.equals(digest, in.readNBytes(CheckpointBytes.DIGEST))) {
        throw refused(file, "one whose bytes were cut or changed");
      }
    }
  }

  private static void checkPrefix(byte[] prefix, Path file, long size) {
    if (!CheckpointBytes.begins(prefix)) {
      throw foreign(file, size);
    }
    int version = CheckpointBytes.version(prefix);
    if (version > CheckpointBytes.VERSION) {
      throw new UserError(
          file + ": format",
          "must be at most " + CheckpointBytes.VERSION,
          Integer.toString(version),
          "it was made by a newer version of the lab; use that one to read it");
    }
  }

  private static byte[] digest(byte[] prefix, InputStream in, long length) throws IOException {
    MessageDigest digest = Sha256.begin();
    digest.update(prefix);
    byte[] chunk = new byte[CHUNK_BYTES];
    long left = length;
    while (left > 0) {
      int read = in.readNBytes(chunk, 0, (int) Math.min(left, chunk.length));
      if (read == 0) {
        break;
      }
      digest.update(chunk, 0, read);
      left -= read;
    }
    return digest.digest();
  }

  private static UserError foreign(Path file, long size) {
    return new UserError(
        file.toString(), "must be a checkpoint", size + " bytes of something else", "");
  }

  static UserError refused(Path file, String got) {
    String hint = "use an older checkpoint of the run";
    return new UserError(file.toString(), "must be a whole checkpoint", got, hint);
  }
}
