package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is in a file, it is read as it stands or refused in a line, soon and in little memory.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class HostileFilesTest {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CHANGED = Integer.getInteger("changedFiles", 100_000);
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long MOST_BYTES = 20_000_000;

  /** Four parts of a problem, each cut, and the path of the file. */
  private static final int LONGEST_LINE = 4500;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeWholeFiles() {
    StoredFile.writeAll(folder);
  }

  @ParameterizedTest
  @EnumSource
  void thousandsOfChangedFilesAreReadAsTheyStandOrRefused(StoredFile file) throws IOException {
    readChanged(file, 2_500, 1);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void manyChangedFilesAreReadAsTheyStandOrRefused(StoredFile file) throws IOException {
    readChanged(file, CHANGED / StoredFile.values().length, 2);
  }

  private void readChanged(StoredFile file, int cases, long seed) throws IOException {
    byte[] whole = Files.readAllBytes(file.in(folder));
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      byte[] changed = Damage.some(whole, random);
      try {
        refused += isRead(file, changed) ? 0 : 1;
      } catch (AssertionError | RuntimeException e) {
        Path kept = Files.write(Path.of("target", file.name() + "-" + i), changed);
        throw new AssertionError("case " + i + ", kept in " + kept, e);
      }
    }
    Files.write(file.in(folder), whole);
    assertThat(refused).isPositive();
  }

  /** A JSON object needs no line feed; plans and columns are lines, and any may be the last one. */
  @ParameterizedTest
  @CsvSource({
    "METRICS, all",
    "TIMING, all",
    "JOURNAL, all",
    "MANIFEST, 1",
    "COLUMNS, 3",
    "EXPERIMENT, 3",
    "PLAN, 1",
    "CHECKPOINT, 0"
  })
  void aFileCutAtAnyByteIsReadAsFarAsItIsWholeOrRefused(StoredFile file, String readings)
      throws IOException {
    byte[] whole = Files.readAllBytes(file.in(folder));
    int read = 0;
    for (int length = 0; length < whole.length; length++) {
      read += isRead(file, Arrays.copyOf(whole, length)) ? 1 : 0;
    }
    Files.write(file.in(folder), whole);
    assertThat(Integer.toString(read).replace("" + whole.length, "all")).isEqualTo(readings);
  }

  @ParameterizedTest
  @EnumSource
  void aHugeFileIsRefusedInLittleMemory(StoredFile file) throws IOException {
    byte[] whole = Files.readAllBytes(file.in(folder));
    try (RandomAccessFile sparse = new RandomAccessFile(file.in(folder).toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> file.read(folder, whole)).isInstanceOf(UserError.class);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    Files.write(file.in(folder), whole);
  }

  static Stream<Path> corpus() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.sorted().toList().stream();
    }
  }

  /** Each file once ended in a wrong reading, a stack trace or lines full of rubbish. */
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceBrokeAReaderDoesNotAnyMore(Path broken) throws IOException {
    String name = broken.getFileName().toString();
    StoredFile file = StoredFile.valueOf(name.substring(0, name.indexOf('-')));
    byte[] whole = Files.readAllBytes(file.in(folder));
    isRead(file, Files.readAllBytes(broken));
    Files.write(file.in(folder), whole);
  }

  /** False if it was refused. */
  private boolean isRead(StoredFile file, byte[] changed) throws IOException {
    Files.write(file.in(folder), changed);
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    boolean read = true;
    try {
      file.read(folder, changed);
    } catch (UserError error) {
      assertIsPlain(error);
      read = false;
    }
    assertThat(THREADS.getCurrentThreadCpuTime() - nanos).isLessThan(MOST_NANOS);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
    return read;
  }

  private static void assertIsPlain(UserError error) {
    assertThat(error.getMessage().lines()).hasSameSizeAs(error.problems());
    for (Problem problem : error.problems()) {
      assertThat(problem.line().length()).isLessThan(LONGEST_LINE);
      assertThat(problem.line().chars().noneMatch(Character::isISOControl)).isTrue();
    }
  }
}
