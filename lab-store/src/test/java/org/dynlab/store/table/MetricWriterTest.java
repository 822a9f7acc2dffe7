package org.dynlab.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.dynlab.store.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricWriterTest {
  private static final long MILLISECOND = 1_000_000;
  private static final List<Column> ONE = List.of(new Column("x", "1", "a number"));
  private static final BitSet FIRST = BitSet.valueOf(new long[] {1});

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong(-5);

  private Path file() {
    return folder.resolve("metrics.csv");
  }

  private MetricWriter writer(List<Column> columns) {
    return new MetricWriter(file(), columns, nanos::get);
  }

  @Test
  void aValueThatWasNotMeasuredIsAnEmptyCell() {
    try (MetricWriter writer = writer(SampleRun.COLUMNS)) {
      writer.append(0, new double[] {1, 2, 3}, new BitSet());
      writer.append(7, new double[] {0.1, 2, Double.NaN}, BitSet.valueOf(new long[] {0b101}));
    }
    assertThat(SampleRun.text(file()))
        .isEqualTo("step,train.loss,eval.accuracy,weight.all.l2\n0,,,\n7,0.1,,NaN\n");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        1,
        -1,
        9,
        10,
        100,
        -9999999,
        9999999,
        1e7,
        1e8,
        -1e7,
        0.001,
        9.99e-4,
        0.1,
        1e-5,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_NORMAL,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e22,
        2251799813685247.5
      })
  void aCellIsTheDoubleAsJavaWritesIt(double value) {
    try (MetricWriter writer = writer(ONE)) {
      writer.append(12, new double[] {value}, FIRST);
    }
    assertThat(SampleRun.text(file())).isEqualTo("step,x\n12," + Double.toString(value) + "\n");
  }

  @Test
  void manyRowsAreTheSameAsJoinedStrings() {
    Random random = new Random(4);
    StringBuilder expected = new StringBuilder("step,train.loss,eval.accuracy,weight.all.l2\n");
    long step = 0;
    try (MetricWriter writer = writer(SampleRun.COLUMNS)) {
      for (int row = 0; row < 5000; row++) {
        double[] values = {
          random.nextInt(2000) - 1000,
          random.nextGaussian(),
          Double.longBitsToDouble(random.nextLong())
        };
        BitSet measured = BitSet.valueOf(new long[] {random.nextInt(8)});
        writer.append(step, values, measured);
        expected.append(step);
        for (int i = 0; i < 3; i++) {
          expected.append(',').append(measured.get(i) ? Double.toString(values[i]) : "");
        }
        expected.append('\n');
        step += 1 + random.nextInt(1 << random.nextInt(30));
      }
    }
    assertThat(SampleRun.text(file())).isEqualTo(expected.toString());
  }

  @Test
  void rowsReachTheFileWithinASecond() {
    try (MetricWriter writer = writer(ONE)) {
      assertThat(SampleRun.text(file())).isEqualTo("step,x\n");
      for (int step = 0; step < 100; step++) {
        nanos.addAndGet(10 * MILLISECOND);
        writer.append(step, new double[] {0.5}, FIRST);
        assertThat(file().toFile().length()).isEqualTo(step < 99 ? 7 : 7 + 10 * 6 + 90 * 7);
      }
    }
  }

  @Test
  void slowRowsReachTheFileOneByOne() {
    try (MetricWriter writer = writer(ONE)) {
      for (int step = 0; step < 10; step++) {
        nanos.addAndGet(50 * MILLISECOND);
        writer.append(step, new double[] {0.5}, FIRST);
        assertThat(file().toFile().length()).isEqualTo(7 + 6 * (step + 1));
      }
    }
  }

  @Test
  void theFileOnlyGrows() throws IOException {
    byte[] before;
    try (MetricWriter writer = writer(SampleRun.COLUMNS)) {
      before = Files.readAllBytes(file());
      for (int row = 0; row < SampleRun.rows(); row++) {
        SampleRun.writeRow(writer, row);
        writer.flush();
        byte[] now = Files.readAllBytes(file());
        assertThat(now.length).isGreaterThan(before.length);
        assertThat(now).startsWith(before);
        before = now;
      }
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void hundredsOfColumnsWithLongNamesFit() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      columns.add(new Column("weight.layer" + i + "." + "x".repeat(200), "1", ""));
    }
    double[] values = new double[900];
    BitSet measured = new BitSet();
    measured.set(0, 900);
    Arrays.fill(values, -2.2250738585072014E-308);
    try (MetricWriter writer = writer(columns)) {
      for (int step = 0; step < 20; step++) {
        writer.append(step, values, measured);
      }
    }
    MetricTable table = MetricTable.read(file(), columns);
    assertThat(table.rows()).isEqualTo(20);
    assertThat(table.series(columns.get(899).name()).values())
        .containsOnly(-2.2250738585072014E-308);
  }

  @Test
  void stepsMustIncrease() {
    try (MetricWriter writer = writer(ONE)) {
      assertThatThrownBy(() -> writer.append(-1, new double[] {1}, FIRST))
          .hasMessage("steps must increase from 0, got -1 after -1");
      writer.append(3, new double[] {1}, FIRST);
      assertThatThrownBy(() -> writer.append(3, new double[] {1}, FIRST))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("steps must increase from 0, got 3 after 3");
    }
    assertThat(SampleRun.text(file())).isEqualTo("step,x\n3,1.0\n");
  }

  @Test
  void aRowOfAnotherWidthIsRefusedAndLeavesNoTrace() {
    try (MetricWriter writer = writer(ONE)) {
      assertThatThrownBy(() -> writer.append(0, new double[] {1, 2}, FIRST))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a row must have 1 values, got 2");
      writer.append(0, new double[] {1}, FIRST);
    }
    assertThat(SampleRun.text(file())).isEqualTo("step,x\n0,1.0\n");
  }

  @Test
  void closingTwiceIsClosingOnce() {
    MetricWriter writer = writer(ONE);
    writer.append(0, new double[] {1}, FIRST);
    writer.close();
    writer.close();
    assertThat(SampleRun.text(file())).isEqualTo("step,x\n0,1.0\n");
  }
}
