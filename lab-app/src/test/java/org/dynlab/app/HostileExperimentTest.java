package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.PlannedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments and folders made to keep a machine busy or to write somewhere else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileExperimentTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of processor time; a tenth of it on a machine whose Java is warm. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private int run(Path config) {
    long before = THREADS.getCurrentThreadCpuTime();
    int code = console.call("run", config.toString(), "--out", folder.resolve("runs").toString());
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before)).isLessThan(LONGEST);
    return code;
  }

  private static String repeated(int count, String separator, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(separator));
  }

  static Stream<Arguments> bombs() {
    String deep = "]".repeat(45);
    String links =
        repeated(
            65, "\n", i -> "x%d: &x%d %s*x%d%s".formatted(i + 1, i + 1, "[".repeat(45), i, deep));
    return Stream.of(
        Arguments.of("batch: full", "x0: &x0 y\n" + links, "levels deep, got more"),
        Arguments.of("batch: full", "batch: " + "[".repeat(100_000), "levels deep, got more"),
        Arguments.of("batch: full", "batch: " + "{a: ".repeat(100_000), "levels deep, got more"),
        Arguments.of(
            "name: tiny",
            "name: " + "x".repeat(900_000),
            "must have words of at most 10000 characters, got a longer one"),
        Arguments.of(
            "modulus: 7",
            "modulus: " + "9".repeat(900_000),
            "must have words of at most 10000 characters, got a longer one"),
        Arguments.of("name: tiny", "name: ../../etc", "got \"../../etc\""),
        Arguments.of("name: tiny", "name: \"\\e[2J\"", "got \"\\u001b[2J\""),
        Arguments.of("seeds: 2", "seeds: 2000000000", "must be in 1..100000, got 2000000000"));
  }

  static Stream<Arguments> tooMany() {
    String moduli =
        "seeds: 1, over: {task.modulus: [" + repeated(900, ",", i -> "" + (i + 2)) + "]";
    String arms =
        "optimizer: {"
            + repeated(9_000, ", ", i -> "a" + i + ": [{kind: sgd, learningRate: 1}]")
            + "}";
    return Stream.of(
        Arguments.of(
            "seeds: 2",
            "over: {" + repeated(40_000, ", ", i -> "k" + i + ": [1]") + "}",
            "sweep.over: must have at most 1000 keys, got 40000"),
        Arguments.of(
            "seeds: 2",
            "over: {" + repeated(101, ", ", i -> "k" + i + ": [1]") + "}",
            "sweep.over: must have at most 100 keys, got 101"),
        Arguments.of(
            "probes:",
            "probes:\n" + repeated(20_000, "\n", i -> "  - {kind: a, every: " + i + "}"),
            "probes: must have at most 1000 parts, got 20001"),
        Arguments.of(
            "hidden: [8]",
            "hidden: [" + repeated(50_000, ",", i -> "8") + "]",
            "model.hidden: must have at most 1000 widths, got 50000"),
        Arguments.of(
            "sweep: {seeds: 2}",
            "sweep: {" + moduli + ", batch: [" + repeated(201, ",", i -> "" + (i + 1)) + "]}}",
            "must make at most 100000 runs, got 180900"),
        Arguments.of(
            "seeds: 2",
            "over: {task.kind: [" + repeated(90_000, ", ", i -> "k" + i) + "]}",
            "must give at most 5000000 values in all, got 90000 experiments of 90031 values"),
        Arguments.of(
            "optimizer: [{kind: sgd, learningRate: 0.1}]",
            arms,
            "optimizer: must have at most 1000 keys, got 9000"));
  }

  @ParameterizedTest
  @MethodSource({"bombs", "tooMany"})
  void whatUnfoldsIntoTooMuchOrLeadsElsewhereIsRefusedSoon(String text, String by, String end)
      throws IOException {
    assertThat(run(TinyExperiment.in(folder, text, by))).isEqualTo(2);
    assertThat(console.err().strip()).contains(end);
    assertThat(console.err().lines()).hasSizeLessThanOrEqualTo(101);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void ofThousandsOfProblemsAScreenIsShown() throws IOException {
    String unknown = repeated(900, "\n", i -> "k" + i + ": 1");
    assertThat(run(TinyExperiment.in(folder, "batch: full", unknown))).isEqualTo(2);
    assertThat(console.err()).hasLineCount(101).endsWith("lab: and 800 more problems\n");
  }

  @Test
  void settingsCannotMoveTheCursorOfWhoeverReadsThePlan() throws IOException {
    String files = "over: {task.file: [\"\\e[2J\", b]}";
    Path config = TinyExperiment.in(folder, "seeds: 2", files);
    String table = "task: {kind: csv, file: a, label: x, trainFraction: 0.5}";
    String text = Files.readString(config).replaceFirst("task: \\{.*}", table);
    Files.writeString(config, text);
    assertThat(console.call("run", config.toString(), "--dry-run")).isEqualTo(0);
    assertThat(console.out()).contains("task.file=\\u001b[2J").doesNotContain("\u001b");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void anOutputFolderThatLeadsElsewhereIsRefused() throws IOException {
    Path config = TinyExperiment.in(folder);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createDirectory(folder.resolve("runs")).resolve("tiny");
    Files.createSymbolicLink(link, elsewhere);
    assertThat(run(config)).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            link
                + ": must not be a symbolic link, got one to "
                + elsewhere
                + " (remove it; a folder above the experiment may be one)\n");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"experiment.yaml", "plan.jsonl"})
  void aHugeFileInAnExperimentIsRefused(String name) throws IOException {
    Path experiment = folder.resolve("runs/tiny");
    List<PlannedRun> plan = List.of(new PlannedRun(0, "aa", 7, Map.of()));
    ExperimentDirectory directory = ExperimentDirectory.create(experiment, "name: tiny\n", plan);
    Path file = directory.path().resolve(name);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    assertThat(console.call("report", experiment.toString())).isEqualTo(2);
    assertThat(console.err())
        .startsWith(file + ": must be at most ")
        .endsWith(" bytes, got 1073741824 bytes\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"index\":0,\"hash\":\"a\",\"seed\":7,\"point\":{},\"folder\":\"../../etc\"}",
        "[[[["
      })
  void aPlanThatLeadsOutOfItsFolderOrIsNoneIsRefused(String line) throws IOException {
    Path experiment = folder.resolve("runs/tiny");
    List<PlannedRun> plan = List.of(new PlannedRun(0, "aa", 7, Map.of()));
    ExperimentDirectory.create(experiment, "name: tiny\n", plan);
    Path file =
        Files.writeString(
            experiment.resolve("plan.jsonl"), line.replace("[[[[", "[".repeat(100_000)));
    assertThat(console.call("report", experiment.toString())).isEqualTo(2);
    assertThat(console.err()).startsWith(file + ":1").hasLineCount(1);
  }
}
