package org.dynlab.tasks.images;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Sha256;

/**
 * Reads idx files of unsigned bytes whose sizes and content are known beforehand: a mark 00 00 08
 * d, where d is the number of dimensions, d sizes as big-endian 32-bit numbers, then the bytes, the
 * last dimension running fastest. A gzipped file is known by its first two bytes, not by its name.
 *
 * <p>What is not exactly the known file is a user's error that says what is wrong with it; nothing
 * of it is handed out. Memory: the content once.
 *
 * @param sizes the dimensions, outermost first
 * @param sha256 of the whole uncompressed file, in lower-case hexadecimal
 */
record IdxReader(List<Integer> sizes, String sha256) {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int GZIP = 0x1f8b;
  private static final String FETCH = "lab data fetch mnist gets it anew";

  byte[] read(Path file) {
    Place place = new Place(file);
    if (!Files.isRegularFile(file)) {
      throw place.error("must be a file", Files.exists(file) ? "something else" : "nothing", "");
    }
    MessageDigest digest = Sha256.begin();
    try (InputStream in = open(file);
        DigestInputStream digested = new DigestInputStream(in, digest)) {
      checkHeader(digested, place);
      byte[] content = content(digested, place);
      String got = HexFormat.of().formatHex(digest.digest());
      if (!got.equals(sha256)) {
        throw place.error("must have the SHA-256 " + sha256, got, FETCH);
      }
      return content;
    } catch (EOFException e) {
      throw place.error("must be a whole gzip file", "one that breaks off", FETCH);
    } catch (ZipException e) {
      throw place.error("must be an undamaged gzip file", e.getMessage(), FETCH);
    } catch (IOException e) {
      throw place.error("must be readable", String.valueOf(e.getMessage()), "");
    }
  }

  private record Place(Path file) {
    UserError error(String rule, String got, String hint) {
      return new UserError(file.toString(), rule, got, hint);
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    int mark = raw.read() << 8 | raw.read();
    raw.reset();
    return mark == GZIP ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private void checkHeader(InputStream in, Place place) throws IOException {
    int expected = UNSIGNED_BYTES | sizes.size();
    int length = Integer.BYTES * (1 + sizes.size());
    byte[] header = in.readNBytes(length);
    ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(header, length));
    int mark = words.getInt();
    if (header.length >= Integer.BYTES && mark != expected) {
      throw place.error(
          String.format(Locale.ROOT, "must begin with %08x, the mark of unsigned bytes", expected)
              + " in "
              + dimensions(sizes.size()),
          String.format(Locale.ROOT, "%08x", mark),
          mark == (UNSIGNED_BYTES | (4 - sizes.size())) ? "are images and labels mixed up?" : "");
    }
    if (header.length < length) {
      throw place.error("must hold a header of " + length + " bytes", header.length + "", FETCH);
    }
    List<Integer> found = sizes.stream().map(size -> words.getInt()).toList();
    if (!found.equals(sizes)) {
      throw place.error("must hold " + words(sizes), words(found), "");
    }
  }

  private byte[] content(InputStream in, Place place) throws IOException {
    int length = sizes.stream().reduce(1, Math::multiplyExact);
    byte[] content = new byte[length];
    int got = in.readNBytes(content, 0, length);
    String rule = "must hold " + length + " bytes behind its header";
    if (got < length) {
      throw place.error(rule, got + " bytes", FETCH);
    } else if (in.read() >= 0) {
      throw place.error(rule, "more", FETCH);
    }
    return content;
  }

  private static String dimensions(int count) {
    return count == 1 ? "1 dimension" : count + " dimensions";
  }

  private static String words(List<Integer> sizes) {
    return sizes.get(0)
        + (sizes.size() == 1 ? " labels" : " images of ")
        + sizes.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
