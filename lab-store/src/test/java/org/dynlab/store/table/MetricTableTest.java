package org.dynlab.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dynlab.store.SampleRun;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTableTest {
  private static final List<Column> AB =
      List.of(new Column("a", "1", ""), new Column("b", "1", ""));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("metrics.csv");
  }

  private MetricTable table(String text) {
    return MetricTable.read(SampleRun.put(file(), text), AB);
  }

  @Test
  void aFileCutAnywhereGivesAPrefixOfItsRows() throws IOException {
    SampleRun.write(folder);
    byte[] all = Files.readAllBytes(file());
    MetricTable whole = MetricTable.read(file(), SampleRun.COLUMNS);
    Path cut = folder.resolve("cut.csv");
    for (int length = 0; length <= all.length; length++) {
      byte[] bytes = Arrays.copyOf(all, length);
      Files.write(cut, bytes);
      MetricTable prefix = MetricTable.read(cut, SampleRun.COLUMNS);
      boolean endsWithLine = length > 0 && bytes[length - 1] == '\n';
      assertThat(prefix.torn()).as("torn at %d", length).isEqualTo(!endsWithLine && length > 0);
      assertThat(prefix.rows()).isEqualTo(Math.max(0, lineFeeds(bytes) - 1));
      assertIsPrefix(prefix, whole);
    }
  }

  private static int lineFeeds(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b == '\n' ? 1 : 0;
    }
    return count;
  }

  private static void assertIsPrefix(MetricTable prefix, MetricTable whole) {
    assertThat(prefix.steps()).isEqualTo(Arrays.copyOf(whole.steps(), prefix.rows()));
    long end = prefix.rows() == 0 ? -1 : prefix.steps()[prefix.rows() - 1];
    for (Column column : SampleRun.COLUMNS) {
      Series all = whole.series(column.name());
      int size = (int) Arrays.stream(all.steps()).filter(step -> step <= end).count();
      Series expected =
          new Series(Arrays.copyOf(all.steps(), size), Arrays.copyOf(all.values(), size));
      assertThat(prefix.series(column.name())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2,0.5,0.25",
        "2,0.5\n",
        "2\n",
        "\n",
        "2,0.5,0.\n",
        "2,0.5,0.25,\n",
        "2,0.5,1E-\n",
        "x",
        "2x,1,1\n",
        "\u0000\u0000\u0000",
        "2,0.5,-\n",
        "2,1.0,Infin\n"
      })
  void aTornLastLineIsDroppedAndSaid(String last) {
    MetricTable table = table("step,a,b\n0,1.0,2.0\n1,3.0,\n" + last);
    assertThat(table.torn()).isTrue();
    assertThat(table.steps()).containsExactly(0, 1);
    assertThat(table.series("a").values()).containsExactly(1, 3);
    assertThat(table.series("b").values()).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,0.5 | must have 3 cells, got 2",
        "1,0.5,0.25,7 | must have 3 cells, got 4",
        "1,0.5,abc | b must be a number, got \"abc\"",
        "1,0.,1.0 | a must be a number, got \"0.\"",
        "1.0,0.5,1.0 | step must be a whole number from 0, got \"1.0\"",
        "-1,0.5,1.0 | step must be a whole number from 0, got \"-1\"",
        ",0.5,1.0 | step must be a whole number from 0, got \"\"",
        "9999999999999999999,1,1 | step must be a whole number from 0, got \"9999999999999999999\"",
        "0,0.5,1.0 | steps must increase, after 0, got 0 (did two runs write into metrics.csv?)",
      })
  void aBadLineElsewhereIsSaidWithItsNumber(String line, String message) {
    assertThatThrownBy(() -> table("step,a,b\n0,1.0,2.0\n" + line + "\n2,1.0,2.0\n3,"))
        .isInstanceOf(UserError.class)
        .hasMessage(file() + ":3: " + message);
  }

  @Test
  void stepsThatFallAreNoTear() {
    assertThatThrownBy(() -> table("step,a,b\n5,1.0,2.0\n4,1.0,2.0\n"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            file()
                + ":3: steps must increase, after 5, got 4 (did two runs write into metrics.csv?)");
  }

  @Test
  void theHeaderMustBeTheColumnsThatWereSaid() {
    assertThatThrownBy(() -> table("step,b,a\n"))
        .isInstanceOf(UserError.class)
        .hasMessage(file() + ":1: must have the columns step,a,b, got step,b,a");
    assertThatThrownBy(() -> table("loss,"))
        .isInstanceOf(UserError.class)
        .hasMessage(file() + ":1: must have the columns step,a,b, got loss,");
    assertThatThrownBy(() -> table("step,a\n0,1.0\n1,1.0\n")).isInstanceOf(UserError.class);
  }

  @Test
  void aFileThatIsNotThereIsAnEmptyTable() {
    MetricTable table = MetricTable.read(file(), AB);
    assertThat(table.rows()).isZero();
    assertThat(table.torn()).isFalse();
    assertThat(table.columns()).containsExactly("a", "b");
  }

  @Test
  void aColumnThatWasNeverMeasuredIsThereAndEmpty() {
    MetricTable table = table("step,a,b\n0,1.0,\n1,2.0,\n");
    assertThat(table.has("b")).isTrue();
    assertThat(table.series("b").size()).isZero();
  }

  @Test
  void anUnknownColumnNamesTheNearestOne() {
    MetricTable table = MetricTable.read(file(), SampleRun.COLUMNS);
    assertThat(table.has("eval.acuracy")).isFalse();
    assertThatThrownBy(() -> table.series("eval.acuracy"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "column eval.acuracy: must be one of train.loss, eval.accuracy, weight.all.l2,"
                + " got eval.acuracy (did you mean eval.accuracy?)");
  }

  @Test
  void whatACallerWritesIntoAnArrayStaysItsOwn() {
    MetricTable table = table("step,a,b\n0,1.0,2.0\n");
    table.steps()[0] = 9;
    table.series("a").steps()[0] = 9;
    table.series("a").values()[0] = 9;
    assertThat(table.steps()).containsExactly(0);
    assertThat(table.series("a")).isEqualTo(Series.of(new long[] {0}, new double[] {1}));
  }

  @Test
  void columnsOfTheSameRowsShareTheirSteps() {
    List<Column> columns = Stream.of("a", "b", "c", "d").map(n -> new Column(n, "1", "")).toList();
    Path file = SampleRun.put(file(), "step,a,b,c,d\n0,1,,5,\n7,2,3,6,4\n9,,8,,9\n");
    MetricTable table = MetricTable.read(file, columns);
    for (Column column : columns) {
      assertThat(table.sharing(column.name())).isEqualTo(table.series(column.name()));
      assertThat(table.measured(column.name())).isEqualTo(2);
    }
    assertThat(table.sharing("c").steps()).isSameAs(table.sharing("a").steps());
    assertThat(table.sharing("d").steps())
        .isSameAs(table.sharing("b").steps())
        .isNotSameAs(table.sharing("a").steps());
  }

  @Test
  void aSeriesHasAValuePerStepAndStepsThatIncrease() {
    assertThatThrownBy(() -> Series.of(new long[] {1}, new double[] {}))
        .hasMessage("must have a value per step, got 0 for 1");
    assertThatThrownBy(() -> Series.of(new long[] {1, 1}, new double[] {1, 2}))
        .hasMessage("steps must increase, got 1 after 1");
  }

  @Test
  void aLongTableIsReadAsItWasWritten() {
    Random random = new Random(8);
    double[][] values = new double[30_000][2];
    try (MetricWriter writer = new MetricWriter(file(), AB, System::nanoTime)) {
      for (int row = 0; row < values.length; row++) {
        values[row][0] = random.nextGaussian();
        values[row][1] = random.nextInt(100);
        BitSet measured = BitSet.valueOf(new long[] {row % 100 == 0 ? 3 : 1});
        writer.append(row, values[row], measured);
      }
    }
    assertThat(file().toFile().length()).isGreaterThan(2 * (1 << 18));
    MetricTable table = MetricTable.read(file(), AB);
    assertThat(table.series("a").values())
        .isEqualTo(Arrays.stream(values).mapToDouble(row -> row[0]).toArray());
    Series sparse = table.series("b");
    assertThat(sparse.size()).isEqualTo(300);
    for (int i = 0; i < sparse.size(); i++) {
      assertThat(sparse.steps()[i]).isEqualTo(100L * i);
      assertThat(sparse.values()[i]).isEqualTo(values[100 * i][1]);
    }
  }
}
