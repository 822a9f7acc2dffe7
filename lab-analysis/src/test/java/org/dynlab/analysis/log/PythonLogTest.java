package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.dynlab.analysis.log.LogFolder.points;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dynlab.analysis.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the documentation, run by Python's own csv module. */
class PythonLogTest {
  private static final String PROGRAM =
      """
      import csv, math, sys
      for seed in range(3):
          with open(f"{sys.argv[1]}/seed{seed}.csv", "w", newline="") as file:
              log = csv.writer(file)
              log.writerow(["step", "l2", "eval_acc", "note, in words"])
              for step in range(0, 40, 10):
                  accuracy = step / 300 if step % 20 == 0 else None
                  l2 = math.nan if step == 30 else math.inf if step == 20 else 1e-7 / 3 + seed
                  log.writerow([step, l2, accuracy, f'it said "{step}",\\nand more'])
                  file.flush()
      """;

  @TempDir Path folder;

  @Test
  void whatPythonsCsvModuleWritesIsReadToTheLastBit() throws Exception {
    assumeThat(run("import csv")).as("python3 is not there").isTrue();
    assertThat(run(PROGRAM)).isTrue();
    Logs logs =
        CsvLogs.read(LogFiles.matching(List.of(folder + "/*.csv")), CsvLogs.Layout.of("step"));
    assertThat(logs.sweep().runs())
        .extracting(Run::name)
        .containsExactly("seed0", "seed1", "seed2");
    for (int seed = 0; seed < 3; seed++) {
      Run run = logs.sweep().runs().get(seed);
      assertThat(points(run, "l2"))
          .isEqualTo(
              "0=%s 10=%s 20=Infinity 30=NaN".replace("%s", Double.toString(1e-7 / 3 + seed)));
      assertThat(points(run, "eval_acc")).isEqualTo("0=0.0 20=" + 20 / 300.0);
    }
    assertThat(logs.omissions())
        .extracting(Omission::where)
        .containsOnlyOnce("column note, in words");
    assertThat(logs.omissions().stream().map(Omission::text).collect(Collectors.joining("\n")))
        .contains("column l2: 6 cells NaN or infinite")
        .contains("holds text, first \"it said \"0\", and more\" in ")
        .doesNotContain("rows");
  }

  private boolean run(String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("log.py"), program, StandardCharsets.UTF_8);
    try {
      return new ProcessBuilder("python3", file.toString(), folder.toString())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
