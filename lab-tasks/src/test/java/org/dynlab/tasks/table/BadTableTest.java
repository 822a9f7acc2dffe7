package org.dynlab.tasks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with a table, and the lines that say so. */
class BadTableTest {
  @TempDir private Path folder;
  private Path file;
  private CsvTable task;

  @BeforeEach
  void nameATable() {
    file = folder.resolve("points.csv");
    task = classes(Optional.of("part"));
  }

  private CsvTable classes(Optional<String> splitColumn) {
    return new CsvTable(
        file.toString(),
        List.of("x"),
        Optional.of("kind"),
        List.of(),
        splitColumn.isPresent() ? Optional.empty() : Optional.of(0.5),
        splitColumn,
        true,
        Delimiter.COMMA);
  }

  private String problems() {
    UserError error = catchThrowableOfType(UserError.class, () -> task.prepare(new SeedTree(0)));
    assertThat(error).isNotNull();
    return error.getMessage().replace(file.toString(), "points.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x,kind,part/1,a,train/,b,eval | line 3: column x: must have a value, got an empty cell",
        "x,kind,part/1,a,train/2, ,eval | line 3: column kind: must have a value, got an empty cell",
        "x,kind,part/1,a,train/2,b, | line 3: column part: must have a value, got an empty cell",
        "x,kind,part/1,a,train//two,b,eval | line 4: column x: must be a finite number, got \"two\"",
        "x,kind,part/NaN,a,train/2,b,eval | line 2: column x: must be a finite number, got \"NaN\"",
        "x,kind,part/0x1p3,a,train/2,b,eval | line 2: column x: must be a finite number,"
            + " got \"0x1p3\"",
        "x,kind,part/1d,a,train/2,b,eval | line 2: column x: must be a finite number, got \"1d\"",
        "x,kind,part/1e999,a,train/2,b,eval | line 2: column x: must be a finite number,"
            + " got \"1e999\"",
        "x,kind,part/\"1,5\",a,train/2,b,eval | line 2: column x: must be a finite number,"
            + " got \"1,5\"",
        "x,kind,part/1,a,train/2,b,test | line 3: column part: must be train or eval,"
            + " got \"test\"",
        "x,kind,part/1,a,train/2,b | line 3: must have 3 cells like the header, got 2",
        "x,kind,part/1,a,train/2,b,eval,4 | line 3: must have 3 cells like the header, got 4",
        "x,kind,part/1,a,train/2,a,eval | column kind: must have at least two classes,"
            + " got only \"a\"",
        "x,kind,part/1,a,train/2,b,train | must give rows to train on and to judge by,"
            + " got 2 and 0",
        "x,kind,part/1,a,eval/2,b,eval | must give rows to train on and to judge by,"
            + " got 0 and 2",
        "x,kind,part | must have rows below its header, got none",
        "x,kind,part/1,a,train/2,\"b,eval | line 3: must be CSV, got (startline 3) EOF reached"
            + " before encapsulated token finished (check the quotes)",
        "x,kinds,part/1,a,train | header: must have a column kind, got x, kinds, part (did you"
            + " mean kinds?)",
        "x,kind,part,x/1,a,train,2 | header: must name every column once, got x for columns 1"
            + " and 4",
        "x,kind,part,/1,a,train,2 | header: must name every column, got no name for column 4"
      })
  void aMistakeIsOneLine(String text, String line) throws IOException {
    Files.writeString(file, text.replace('/', '\n') + "\n");
    assertThat(problems()).isEqualTo("points.csv: " + line);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.createFile(file);
    assertThat(problems())
        .isEqualTo("points.csv: must begin with the names of the columns, got an empty file");
  }

  @Test
  void allProblemsAreToldTogether() throws IOException {
    Files.writeString(file, "x,kind,part\n,a,train\ntwo,,test\n3,b\n");
    assertThat(problems())
        .isEqualTo(
            """
            points.csv: line 2: column x: must have a value, got an empty cell
            points.csv: line 3: column x: must be a finite number, got "two"
            points.csv: line 3: column kind: must have a value, got an empty cell
            points.csv: line 3: column part: must be train or eval, got "test"
            points.csv: line 4: must have 3 cells like the header, got 2""");
  }

  @Test
  void twentyProblemsAreEnough() throws IOException {
    Files.writeString(file, "x,kind,part\n" + "?,a,train\n".repeat(1000));
    assertThat(problems().lines())
        .hasSize(21)
        .startsWith("points.csv: line 2: column x: must be a finite number, got \"?\"")
        .endsWith("points.csv: must be right from here on too, got more lines that were not read");
  }

  @Test
  void longCellsAreShownShort() throws IOException {
    Files.writeString(file, "x,kind,part\n" + "y".repeat(100_000) + ",a,train\n");
    assertThat(problems().lines().findFirst().orElseThrow()).hasSizeLessThan(130).endsWith("...\"");
  }

  /** The file takes no room on the disk: all but its first line is a hole. */
  @Test
  void aLineOfTenGigabytesIsRefusedAfterItsFirstMegabytes() throws IOException {
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.write("x,kind,part\n1,a,train\n".getBytes(StandardCharsets.US_ASCII));
      hole.setLength(10L << 30);
    }
    assertThat(problems())
        .isEqualTo(
            "points.csv: line 3: must have at most 4194304 characters, got more (is a closing"
                + " quote missing, or is this no text file?)");
  }

  @Test
  void aQuoteThatNeverClosesEndsBeforeMemoryDoes() throws IOException {
    Files.writeString(file, "x,kind,part\n1,\"a,train\n" + "1,a,train\n".repeat(1_000_000));
    assertThat(problems())
        .startsWith("points.csv: line 2: must have at most 4194304 characters, got more");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.write(file, new byte[] {'x', ',', 'k', '\n', '1', ',', (byte) 0xE9, '\n'});
    assertThat(problems())
        .isEqualTo(
            "points.csv: after line 0: must be UTF-8 text, got other bytes (save it as UTF-8)");
  }

  @Test
  void whatIsNoFileIsRefused() {
    String hint = " (a relative path starts from the folder of the experiment file)";
    assertThat(problems()).isEqualTo("points.csv: must be a CSV file, got no such file" + hint);
    file = folder;
    task = classes(Optional.empty());
    assertThat(problems())
        .isEqualTo("points.csv: must be a CSV file, got something that is no plain file" + hint);
  }

  @Test
  void aShareThatLeavesNothingIsRefused() throws IOException {
    task = classes(Optional.empty());
    Files.writeString(file, "x,kind\n1,a\n");
    assertThat(problems())
        .isEqualTo("points.csv: must give rows to train on and to judge by, got 0 and 1");
    Files.writeString(file, "x,kind\n1,a\n2,b\n");
    assertThat(task.prepare(new SeedTree(0)).eval().rows()).isEqualTo(1);
  }

  @Test
  void moreClassesThanAnyoneMeansAreRefused() throws IOException {
    StringBuilder text = new StringBuilder("x,kind\n");
    for (int i = 0; i < 10_001; i++) {
      text.append(i).append(',').append(i).append('\n');
    }
    Files.writeString(file, text);
    task = classes(Optional.empty());
    assertThat(problems())
        .isEqualTo(
            "points.csv: column kind: must have at most 10000 classes, got 10001 (if it is a"
                + " number to be met, name it under target)");
  }

  @Test
  void keysThatDoNotFitEachOtherAreRefused() {
    assertThatThrownBy(
            () ->
                new CsvTable(
                    " ",
                    List.of("a", "b", "a"),
                    Optional.of("b"),
                    List.of("c"),
                    Optional.of(1.5),
                    Optional.of("c"),
                    true,
                    Delimiter.COMMA))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            file: must name a file, got " "
            label: must be given if target is not, and only then, got both (e.g. label: kind)
            trainFraction: must be given if splitColumn is not, and only then, got both \
            (e.g. trainFraction: 0.8)
            trainFraction: must lie strictly between 0 and 1, got 1.5
            features[2]: must be a column that has no other use, got a
            label: must be a column that has no other use, got b
            splitColumn: must be a column that has no other use, got c""");
  }
}
