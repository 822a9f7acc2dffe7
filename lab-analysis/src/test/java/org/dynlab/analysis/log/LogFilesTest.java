package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void putFiles() {
    LogFolder logs = new LogFolder(folder);
    for (String name : List.of("b.csv", "a.csv", "a.txt", "x/c.csv", "x/y/d.csv", "[1].csv")) {
      logs.put(name, "");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.csv | [1].csv a.csv b.csv",
        "?.csv | a.csv b.csv",
        "[ab].csv | a.csv b.csv",
        "a.{csv,txt} | a.csv a.txt",
        "*/*.csv | x/c.csv",
        "x/**.csv | x/c.csv x/y/d.csv",
        "**/d.csv | x/y/d.csv",
        "[1].csv | [1].csv",
        "a.csv | a.csv",
        "gone.csv | gone.csv"
      })
  void patternsAreReplacedByTheFilesThatMatchThem(String pattern, String files) {
    assertThat(LogFiles.matching(List.of(folder + "/" + pattern)))
        .containsExactlyElementsOf(
            List.of(files.split(" ")).stream().map(folder::resolve).toList());
  }

  @Test
  void aFileOfSeveralPatternsStandsOnce() {
    assertThat(LogFiles.matching(List.of(folder + "/b.csv", folder + "/?.csv")))
        .containsExactly(folder.resolve("b.csv"), folder.resolve("a.csv"));
  }

  @Test
  void patternsBeginInTheWorkingFolder() {
    assertThat(LogFiles.matching(List.of("pom.xm*"))).containsExactly(Path.of("./pom.xml"));
    assertThat(LogFiles.matching(List.of("s?c/*/java/org/dynlab/analysis/log/LogFiles.java")))
        .containsExactly(Path.of("./src/main/java/org/dynlab/analysis/log/LogFiles.java"));
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() {
    assertThatThrownBy(() -> LogFiles.matching(List.of(folder + "/*.tsv")))
        .isInstanceOf(UserError.class)
        .hasMessage(folder + "/*.tsv: must match a file, got none");
    assertThatThrownBy(() -> LogFiles.matching(List.of(folder + "/no/*.csv")))
        .hasMessage(
            folder
                + "/no/*.csv: must match a file, got none (there is no folder "
                + folder
                + "/no)");
    assertThatThrownBy(() -> LogFiles.matching(List.of(folder + "/[a.csv")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be a pattern of files");
  }
}
