package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongLogTest {
  @TempDir Path folder;

  /** Rows that lie across the borders of what is read at once, with breaks inside of quotes. */
  @Test
  void aLongFileIsReadAsItWasWritten() throws IOException {
    int rows = 60_000;
    String text =
        IntStream.range(0, rows)
            .mapToObj(i -> i + "," + Math.sqrt(i) + ",\"a\n\"\"" + "b".repeat(i % 50) + "\"\r\n")
            .collect(Collectors.joining("", "step,root,note\r\n", ""));
    assertThat(text.length()).isGreaterThan(3 << 20);
    Path file = Files.writeString(folder.resolve("long.csv"), text, StandardCharsets.UTF_8);
    Logs logs = CsvLogs.read(List.of(file), CsvLogs.Layout.of("step").reading(List.of("root")));
    Run run = logs.sweep().runs().get(0);
    assertThat(run.curve("root").orElseThrow().size()).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      assertThat(run.curve("root").orElseThrow().value(i)).isEqualTo(Math.sqrt(i));
    }
  }
}
