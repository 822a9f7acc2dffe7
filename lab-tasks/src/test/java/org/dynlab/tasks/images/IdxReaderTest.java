package org.dynlab.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final byte[] PIXELS = {0, 1, 2, 3, -1, -2, -3, -4, 5, 6, 7, 8};
  private static final byte[] IDX = idx(0x0803, new int[] {3, 2, 2}, PIXELS);

  @TempDir private Path folder;
  private Path file;
  private IdxReader reader;

  @BeforeEach
  void expectThreeImages() {
    file = folder.resolve("images.gz");
    reader = new IdxReader(List.of(3, 2, 2), sha256(IDX));
  }

  private static byte[] idx(int mark, int[] sizes, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length).putInt(mark);
    Arrays.stream(sizes).forEach(bytes::putInt);
    return bytes.put(content).array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertRefused(byte[] bytes, String line) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ": " + line);
  }

  @Test
  void aFileIsReadPlainOrGzippedWhateverItsName() throws IOException {
    assertThat(reader.read(Files.write(file, gzip(IDX)))).isEqualTo(PIXELS);
    assertThat(reader.read(Files.write(file, IDX))).isEqualTo(PIXELS);
    assertThat(reader.read(Files.write(folder.resolve("plain"), gzip(IDX)))).isEqualTo(PIXELS);
  }

  @Test
  void noCutOffFileIsRead() throws IOException {
    for (byte[] whole : List.of(gzip(IDX), IDX)) {
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(UserError.class);
      }
    }
  }

  /** A few bits of a gzip header mean nothing to the content. */
  @Test
  void aFlippedBitIsFoundOrDoesNotMatter() throws IOException {
    byte[] whole = gzip(IDX);
    int found = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);
      try {
        assertThat(reader.read(file)).isEqualTo(PIXELS);
      } catch (UserError error) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(8 * (whole.length - 10));
  }

  @Test
  void whatIsWrongWithTheGzipIsSaid() throws IOException {
    byte[] zip = gzip(IDX);
    assertRefused(
        Arrays.copyOf(zip, zip.length - 10),
        "must be a whole gzip file, got one that breaks off (lab data fetch mnist gets it anew)");
    zip[10] = 7;
    assertRefused(
        zip,
        "must be an undamaged gzip file, got invalid block type"
            + " (lab data fetch mnist gets it anew)");
  }

  @Test
  void whatIsWrongWithTheHeaderIsSaid() throws IOException {
    assertRefused(
        new byte[] {0, 0, 8},
        "must hold a header of 16 bytes, got 3 (lab data fetch mnist gets it anew)");
    assertRefused(
        idx(0x0801, new int[] {3}, new byte[9]),
        "must begin with 00000803, the mark of unsigned bytes in 3 dimensions, got 00000801"
            + " (are images and labels mixed up?)");
    assertRefused(
        "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII),
        "must begin with 00000803, the mark of unsigned bytes in 3 dimensions, got 3c21444f");
    assertRefused(
        idx(0x0803, new int[] {2, 2, 2}, new byte[8]),
        "must hold 3 images of 2 x 2, got 2 images of 2 x 2");
    assertRefused(
        idx(0x0803, new int[] {-1, 2, 2}, new byte[8]),
        "must hold 3 images of 2 x 2, got -1 images of 2 x 2");
  }

  @Test
  void labelsOfAnotherNumberThanTheImagesAreRefused() throws IOException {
    reader = new IdxReader(List.of(3), "");
    assertRefused(idx(0x0801, new int[] {2}, new byte[2]), "must hold 3 labels, got 2 labels");
  }

  @Test
  void whatIsWrongWithTheContentIsSaid() throws IOException {
    assertRefused(
        gzip(Arrays.copyOf(IDX, 20)),
        "must hold 12 bytes behind its header, got 4 bytes (lab data fetch mnist gets it anew)");
    assertRefused(
        gzip(Arrays.copyOf(IDX, 50)),
        "must hold 12 bytes behind its header, got more (lab data fetch mnist gets it anew)");
    byte[] other = IDX.clone();
    other[20] = 9;
    assertRefused(
        gzip(other),
        "must have the SHA-256 "
            + sha256(IDX)
            + ", got "
            + sha256(other)
            + " (lab data fetch mnist gets it anew)");
  }

  @Test
  void whatIsNoFileIsSaid() {
    assertThatThrownBy(() -> reader.read(folder))
        .hasMessage(folder + ": must be a file, got something else");
    assertThatThrownBy(() -> reader.read(file)).hasMessage(file + ": must be a file, got nothing");
  }
}
