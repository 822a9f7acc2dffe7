package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlSourceTest {
  private static final String BRACKETS = "check brackets, quotes and indentation";

  @TempDir Path folder;

  static Stream<Arguments> noMapping() {
    return Stream.of(
        bad(
            "",
            "a.yaml: must hold keys and values, got nothing"
                + " (the first line may be: name: my-experiment)"),
        bad(
            "# only a comment\n",
            "a.yaml: must hold keys and values, got nothing"
                + " (the first line may be: name: my-experiment)"),
        bad(
            "- a\n- b\n",
            "a.yaml: must hold keys and values, got [\"a\",\"b\"]"
                + " (the first line may be: name: my-experiment)"),
        bad(
            "just words\n",
            "a.yaml: must hold keys and values, got \"just words\""
                + " (the first line may be: name: my-experiment)"));
  }

  static Stream<Arguments> syntaxErrors() {
    return Stream.of(
        bad(
            "a: 1\nb: [1, 2\nc: 3\n",
            "a.yaml: line 3: must be YAML, got a syntax error: expected ',' or ']', but got : ("
                + BRACKETS
                + ")"),
        bad(
            "a: 1\n  b: 2\n",
            "a.yaml: line 2: must be YAML, got a syntax error: mapping values are not allowed here"
                + " (put text that holds a colon in quotes, and check the indentation)"),
        bad(
            "a:\n\tb: 2\n",
            "a.yaml: line 2: must be YAML, got a syntax error: found character '\\t(TAB)' that"
                + " cannot start any token. (Do not use \\t(TAB) for indentation) (indent with spaces)"),
        bad(
            "a: \"open\nb: 2\n",
            "a.yaml: line 3: must be YAML, got a syntax error: found unexpected end of stream ("
                + BRACKETS
                + ")"),
        bad(
            "a: %b\n",
            "a.yaml: line 1: must be YAML, got a syntax error: found character '%' that cannot start any"
                + " token. (Do not use % for indentation) ("
                + BRACKETS
                + ")"));
  }

  static Stream<Arguments> refusedParts() {
    return Stream.of(
        bad(
            "a: 1\nb: 2\na: 3\nb: 4\n",
            "a.yaml: line 3: must not repeat a key, got a (first in line 1)\n"
                + "a.yaml: line 4: must not repeat a key, got b (first in line 2)"),
        bad(
            "t: {a: 1,\n  a: 2}\n",
            "a.yaml: line 2: must not repeat a key, got a (first in line 1)"),
        bad(
            "a: 1\n---\nb: 2\n",
            "a.yaml: line 2: must be the only document, got a second one after ---"),
        bad(
            "a: !!java.net.URL [x]\n",
            "a.yaml: line 1: must not use tags, got !!java.net.URL (remove the tag)"),
        bad("a: !foo 3\n", "a.yaml: line 1: must not use tags, got !foo (remove the tag)"),
        bad("a: *b\n", "a.yaml: line 1: must name an anchor that ends above it, got *b"),
        bad("a: &a\n  - *a\n", "a.yaml: line 2: must name an anchor that ends above it, got *a"),
        bad("a: 1\n? [x, y]\n: 2\n", "a.yaml: line 2: must have a word before the colon, got none"),
        bad("a: 1\n\"\": 2\n", "a.yaml: line 2: must have a word before the colon, got none"),
        bad("a: 1\nb: \u0007\n", "a.yaml: line 2: must be plain text, got character U+0007"),
        bad("a: \0\n", "a.yaml: line 1: must be plain text, got character U+0000"));
  }

  private static Arguments bad(String text, String message) {
    return Arguments.of(text, message);
  }

  @ParameterizedTest
  @MethodSource({"noMapping", "syntaxErrors", "refusedParts"})
  void aBadDocumentIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> new YamlSource("a.yaml", text).mapping())
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void aSingleLineNeedsNoLineNumber() {
    assertThatThrownBy(() -> new YamlSource("--set a", "[1").value())
        .hasMessage(
            "--set a: must be YAML, got a syntax error: expected ',' or ']', but got <stream end>"
                + " (check brackets, quotes and indentation)");
  }

  static Stream<Arguments> bombs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String last = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (last + ", ").repeat(8) + last));
    }
    StringBuilder steps = new StringBuilder("a:\n");
    for (int i = 1; i < 900; i++) {
      steps.append(" ".repeat(i)).append("a:\n");
    }
    return Stream.of(
        Arguments.of(
            laughs.toString(),
            "line 6: must hold at most 100000 values, got more" + " (use fewer aliases)"),
        Arguments.of("a: " + "[".repeat(900_000), "must be at most 50 levels deep, got more"),
        Arguments.of(
            "{a: ".repeat(200_000) + "\n", "line 1: must be at most 50 levels deep, got more"),
        Arguments.of("- ".repeat(400_000), "must be at most 50 levels deep, got more"),
        Arguments.of(steps.toString(), "line 51: must be at most 50 levels deep, got more"),
        Arguments.of(
            "[" + "1,".repeat(400_000) + "]",
            "must hold at most 100000 values, got more (use fewer aliases)"),
        Arguments.of(
            "a: b\nc: " + "9".repeat(900_000),
            "a.yaml: line 2: must have words of at most 10000 characters, got a longer one"));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aDocumentThatUnfoldsIntoTooMuchIsRefusedWithinASecond(String text, String message) {
    withinASecond(
        () ->
            assertThatThrownBy(() -> new YamlSource("a.yaml", text).mapping())
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith(message));
  }

  @Test
  void longDocumentsAreReadWithinASecond() {
    List<String> texts =
        List.of("9 ".repeat(450_000), "x ".repeat(400_000), "\n #".repeat(300_000));
    for (String text : texts) {
      withinASecond(() -> new YamlSource("a.yaml", "a: " + text).mapping());
    }
  }

  @Test
  void onlyTheFirstRepeatedKeysAreListed() {
    withinASecond(
        () ->
            assertThatThrownBy(() -> new YamlSource("a.yaml", "a: 1\n".repeat(90_000)).mapping())
                .hasMessageStartingWith("a.yaml: line 2: must not repeat a key, got a")
                .hasMessageEndingWith(
                    "a.yaml: line 21: must not repeat a key, got a" + " (first in line 1)"));
  }

  /** A second of this thread's processor time: other work on the machine does not count. */
  private static void withinASecond(Runnable work) {
    long nanos =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> {
              var threads = ManagementFactory.getThreadMXBean();
              long before = threads.getCurrentThreadCpuTime();
              work.run();
              return threads.getCurrentThreadCpuTime() - before;
            });
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anAliasIsACopy() {
    var tree = new YamlSource("a.yaml", "a: &x {k: [1, 2]}\nb: *x\n").mapping();
    assertThat(tree.get("b")).isEqualTo(tree.get("a")).isNotSameAs(tree.get("a"));
  }

  @Test
  void aFileIsReadWithItsByteOrderMark() throws IOException {
    Path file = write("a.yaml", "\uFEFFname: ü\r\nb: 2\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(YamlSource.read(file).mapping()).hasToString("{\"name\":\"ü\",\"b\":2}");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirLine() throws IOException {
    Path latin = write("a.yaml", "a: 1\nname: ü\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> YamlSource.read(latin))
        .hasMessage(latin + ": line 2: must be UTF-8 text, got byte 0xfc (save it as UTF-8)");
    Path utf16 = write("b.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> YamlSource.read(utf16))
        .hasMessage(utf16 + ": line 1: must be UTF-8 text, got byte 0xfe (save it as UTF-8)");
    Path cut = write("c.yaml", new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertThatThrownBy(() -> YamlSource.read(cut))
        .hasMessage(cut + ": line 1: must be UTF-8 text, got byte 0xc3 (save it as UTF-8)");
  }

  @Test
  void aMissingFileNamesTheNearestOneThere() throws IOException {
    Path missing = folder.resolve("groking.yaml");
    assertThatThrownBy(() -> YamlSource.read(missing))
        .hasMessage(
            missing
                + ": must be a YAML file, got no such file (there are no YAML files in that folder)");
    write("grokking.yaml", new byte[0]);
    write("other.yml", new byte[0]);
    assertThatThrownBy(() -> YamlSource.read(missing))
        .hasMessage(
            missing + ": must be a YAML file, got no such file (did you mean grokking.yaml?)");
    Path far = folder.resolve("zebra");
    assertThatThrownBy(() -> YamlSource.read(far))
        .hasMessage(
            far
                + ": must be a YAML file, got no such file"
                + " (YAML files there: grokking.yaml, other.yml)");
    Path deep = folder.resolve("no/where.yaml");
    assertThatThrownBy(() -> YamlSource.read(deep))
        .hasMessage(
            deep
                + ": must be a YAML file, got no such file (there is no folder "
                + deep.getParent()
                + ")");
  }

  @Test
  void aFolderOrADeviceIsNotAFile() {
    assertThatThrownBy(() -> YamlSource.read(folder))
        .hasMessage(
            folder
                + ": must be a YAML file, got a folder (there are no YAML files in that folder)");
    assertThatThrownBy(() -> YamlSource.read(Path.of("/dev/zero")))
        .hasMessage("/dev/zero: must be a YAML file, got something that is no plain file");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    withinASecond(
        () ->
            assertThatThrownBy(() -> YamlSource.read(huge))
                .hasMessage(huge + ": must be at most 1000000 bytes, got 1099511627776 bytes"));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
