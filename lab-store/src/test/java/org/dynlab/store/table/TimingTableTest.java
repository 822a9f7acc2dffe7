package org.dynlab.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dynlab.store.SampleRun;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingTableTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("timing.csv");
  }

  private TimingWriter writer(String... names) {
    return new TimingWriter(file(), List.of(names), System::nanoTime);
  }

  @Test
  void theLastRowIsTheSumSoFar() {
    try (TimingWriter writer = writer("update", "epsilonRank")) {
      writer.append(0, 0.5, new double[] {0.25, 0});
      writer.append(10, 1.5, new double[] {1, 0.125});
      writer.flush();
      assertThat(TimingTable.read(file()).wallSeconds()).isEqualTo(1.5);
    }
    assertThat(SampleRun.text(file()))
        .isEqualTo(
            """
            step,wall_seconds,update_seconds,epsilonRank_seconds
            0,0.5,0.25,0.0
            10,1.5,1.0,0.125
            """);
    TimingTable table = TimingTable.read(file());
    assertThat(table.names()).containsExactly("update", "epsilonRank");
    assertThat(table.step()).isEqualTo(10);
    assertThat(table.seconds("update")).isEqualTo(1);
    assertThat(table.seconds("epsilonRank")).isEqualTo(0.125);
    assertThat(table.torn()).isFalse();
  }

  @Test
  void itCanBeAskedForAnEarlierTime() {
    try (TimingWriter writer = writer("update")) {
      writer.append(0, 0.5, new double[] {0.25});
      writer.append(10, 1.5, new double[] {1});
      writer.append(30, 2.5, new double[] {2});
    }
    TimingTable table = TimingTable.read(file());
    assertThat(table.at(2.4).step()).isEqualTo(10);
    assertThat(table.at(1.5).seconds("update")).isEqualTo(1);
    assertThat(table.at(1.5).at(1).wallSeconds()).isEqualTo(0.5);
    assertThat(table.at(0.4).lastStep()).isEqualTo(-1);
    assertThat(table.at(0.4).seconds("update")).isZero();
    assertThat(table.at(9).step()).isEqualTo(30);
  }

  @Test
  void aFileCutAnywhereIsReadUpToItsLastWholeRow() throws IOException {
    SampleRun.write(folder);
    byte[] all = Files.readAllBytes(file());
    Path cut = folder.resolve("cut.csv");
    for (int length = 0; length < all.length; length++) {
      Files.write(cut, Arrays.copyOf(all, length));
      TimingTable table = TimingTable.read(cut);
      boolean whole = length == 0 || all[length - 1] == '\n';
      assertThat(table.torn()).isEqualTo(!whole);
      assertThat(table.step()).isZero();
      assertThat(table.wallSeconds()).isIn(0.0, 0.25);
      assertThat(table.names()).isIn(List.of(), List.of("update", "epsilonRank"));
    }
  }

  @Test
  void nothingTimedIsAWallClock() {
    try (TimingWriter writer = writer()) {
      writer.append(4, 2, new double[] {});
    }
    assertThat(TimingTable.read(file()).names()).isEmpty();
    assertThat(TimingTable.read(file()).wallSeconds()).isEqualTo(2);
  }

  @Test
  void namesMustTellApart() {
    assertThatThrownBy(() -> writer("a", "wall", "a").close())
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            column wall_seconds: must be there once, got a second one
            column a_seconds: must be there once, got a second one""");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    try (TimingWriter writer = writer("a")) {
      assertThatThrownBy(() -> writer.append(0, 1, new double[] {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a row must have 1 values, got 0");
    }
  }

  @Test
  void anotherTableIsSaid() {
    SampleRun.put(file(), "step,train.loss\n");
    assertThatThrownBy(() -> TimingTable.read(file()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            file()
                + ":1: must have the columns step,wall_seconds,<name>_seconds, got step,train.loss");
    SampleRun.put(file(), "time,wall_seconds\n");
    assertThatThrownBy(() -> TimingTable.read(file()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file() + ":1: must have the columns step,wall_seconds, got time,");
  }

  @Test
  void anUnknownNameIsSaid() {
    writer("update").close();
    assertThat(TimingTable.read(file()).seconds("update")).isZero();
    assertThatThrownBy(() -> TimingTable.read(file()).seconds("updat"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean update_seconds?");
  }
}
