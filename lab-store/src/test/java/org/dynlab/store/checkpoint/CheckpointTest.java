package org.dynlab.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final double[] ODD = {
    -0.0, Double.MIN_VALUE, Double.longBitsToDouble(0x7ff8000000000123L), -1e300, Math.PI
  };

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
