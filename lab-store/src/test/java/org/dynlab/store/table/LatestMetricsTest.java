package org.dynlab.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatestMetricsTest {
  @TempDir private Path run;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = run.resolve("metrics.csv");
  }

  @Test
  void theNewestWholeRowCountsAndTheNewestCellOfEachColumn() throws IOException {
    Files.writeString(file, "step,a,b,c\n0,1.0,2.0,\n10,NaN,,\n20,0.5,,\n30,0.1");
    LatestMetrics latest = LatestMetrics.of(run).orElseThrow();
    assertThat(latest.step()).isEqualTo(20);
    assertThat(latest.value("a")).isEqualTo(0.5);
    assertThat(latest.value("b")).isEqualTo(2);
    assertThat(latest.value("c")).isNaN();
    assertThat(latest.value("d")).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ste", "step,a\n", "step,a\n0,1", "step,a\n0,1,2\n"})
  void beforeTheFirstRowThereIsNothing(String text) throws IOException {
    Files.writeString(file, text);
    assertThat(LatestMetrics.of(run)).isEmpty();
  }

  @Test
  void withoutATableThereIsNothing() {
    assertThat(LatestMetrics.of(run)).isEmpty();
  }

  @Test
  void ofALongTableOnlyTheEndIsLookedAt() throws IOException {
    StringBuilder text = new StringBuilder("step,a,b\n0,0.0,7.0\n");
    for (int step = 1; step <= 30_000; step++) {
      text.append(step).append(',').append(step * 0.5).append(",\n");
    }
    Files.writeString(file, text);
    LatestMetrics latest = LatestMetrics.of(run).orElseThrow();
    assertThat(latest.step()).isEqualTo(30_000);
    assertThat(latest.value("a")).isEqualTo(15_000);
    assertThat(latest.value("b")).isNaN();
  }
}
