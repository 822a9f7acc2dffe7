package org.dynlab.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final double[] ODD = {
    -0.0, Double.MIN_VALUE, Double.longBitsToDouble(0x7ff8000000000123L), -1e300, Math.PI
  };

  private static final String HEAD = "{\"hash\":\"\",\"step\":1,";
  private static final String BLOCK = "{\"role\":\"bias\",\"offset\":0,\"columns\":1,\"name\":";
  private static final Block LAYOUT = new Block("layer1.W", "weight", 0, 5, 1);

  @TempDir Path folder;

  private Checkpoint sample() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("order", Long.MAX_VALUE);
    counters.put("dropout", -1L);
    return new Checkpoint("5f2c9a01", 1234567890123L, List.of(LAYOUT), counters)
        .with("parameters", ODD)
        .with("1/größe", new double[0])
        .with("adam.first_moment", new double[] {7});
  }

  private Path written() {
    Path file = folder.resolve("step.ckpt");
    sample().write(file);
    return file;
  }

  @Test
  void everythingComesBackBitForBit() {
    Checkpoint read = Checkpoint.read(written());
    assertThat(read.hash()).isEqualTo("5f2c9a01");
    assertThat(read.step()).isEqualTo(1234567890123L);
    assertThat(read.layout()).containsExactly(LAYOUT);
    assertThat(read.counters()).isEqualTo(sample().counters());
    assertThat(read.names()).isEqualTo(List.of("parameters", "1/größe", "adam.first_moment"));
    assertThat(bits(read.array("parameters"))).isEqualTo(bits(ODD));
    assertThat(read.array("1/größe")).isEmpty();
    assertThat(read.array("adam.first_moment")).containsExactly(7);
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      Files.write(file, changed);
      assertThatThrownBy(() -> Checkpoint.read(file))
          .as("byte %s", i)
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void everyShorterFileIsRefused() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(UserError.class);
    }
  }

  @Test
  void refusalsSayWhatIsWrong() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .hasMessageContaining(
            "must be a whole checkpoint, got one whose bytes were cut or changed");
    bytes[8] = 9;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .hasMessageContaining("format: must be at most 1, got 9");
    Files.writeString(file, "step,loss");
    assertThatThrownBy(() -> Checkpoint.read(file))
        .hasMessageContaining("must be a checkpoint, got 9 bytes of something else");
  }

  /** SHA-256 guards against accidents; whoever wants to can make one that fits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"hash\":null,\"arrays\":{\"a\":2147483647}}",
        "{\"hash\":\"\",\"arrays\":{\"a\":-1}}",
        "{\"hash\":\"\",\"arrays\":{\"a\":2}}",
        "null",
        HEAD + "\"layout\":[null],\"counters\":{},\"arrays\":{}}",
        HEAD + "\"layout\":null,\"counters\":{},\"arrays\":{}}",
        HEAD + "\"layout\":[" + BLOCK + "null,\"rows\":1}],\"counters\":{},\"arrays\":{}}",
        HEAD + "\"layout\":[" + BLOCK + "\"a\",\"rows\":null}],\"counters\":{},\"arrays\":{}}",
        HEAD + "\"layout\":[" + BLOCK + "\"a\"}],\"counters\":{},\"arrays\":{}}",
        HEAD + "\"layout\":[],\"counters\":{\"a\":null},\"arrays\":{}}",
        HEAD + "\"layout\":[],\"counters\":{},\"arrays\":{\"a\":null}}",
        HEAD + "\"layout\":[],\"counters\":{},\"arrays\":{\"a\":4294967297}}",
        "{\"hash\":\"\",\"step\":null,\"layout\":[],\"counters\":{},\"arrays\":{}}",
        "{\"hash\":null,\"step\":1,\"layout\":[],\"counters\":{},\"arrays\":{}}"
      })
  void aForgedHeaderIsRefusedBeforeMemoryIsTakenForIt(String header) throws Exception {
    Path file = folder.resolve("forged.ckpt");
    Files.write(file, forged(header.length(), header));
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("got one whose header does not fit its arrays");
    for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, header.length() + 9}) {
      Files.write(file, forged(length, header));
      assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(UserError.class);
    }
  }

  /** With one double behind the header. */
  private static byte[] forged(int length, String header) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(24 + header.length() + 32);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put("DYNLABCK".getBytes(StandardCharsets.US_ASCII));
    bytes.putInt(1).putInt(length).put(header.getBytes(StandardCharsets.US_ASCII)).putDouble(1);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(bytes.array(), 0, bytes.position());
    return bytes.put(sha256.digest()).array();
  }

  @Test
  void aHugeFileIsRefusedInLittleMemory() throws IOException {
    Path huge = folder.resolve("huge.ckpt");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.write("DYNLABCK".getBytes(StandardCharsets.US_ASCII));
      sparse.setLength(100_000_000);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> Checkpoint.read(huge))
        .hasMessageContaining("got one whose bytes were cut or changed");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
  }

  @Test
  void aFolderInTheWayLeavesNothingHalfWritten() throws IOException {
    Path file = folder.resolve("taken.ckpt");
    Files.createDirectories(file.resolve("inside"));
    assertThatThrownBy(() -> sample().write(file)).hasMessageContaining("cannot write");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void namesMustDiffer() {
    assertThatThrownBy(() -> sample().with("parameters", ODD))
        .hasMessage("two arrays are called parameters");
    assertThatThrownBy(() -> sample().array("missing")).hasMessageContaining("no array missing");
  }
}
