package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final RecordingConsole console = new RecordingConsole();

  /** With {@code -Dgolden.write} the files are written instead of compared. */
  @ParameterizedTest
  @CsvSource({
    "--help, lab",
    "run --help, lab-run",
    "report --help, lab-report",
    "analyze --help, lab-analyze",
    "list --help, lab-list",
    "data --help, lab-data",
    "data fetch --help, lab-data-fetch"
  })
  void helpOfEveryVerbIsAsInItsFile(String args, String file) throws IOException {
    assertThat(console.call(args.split(" "))).isEqualTo(0);
    Path golden = GOLDEN.resolve(file + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, console.out());
    }
    assertThat(console.out()).isEqualTo(Files.readString(golden));
    assertThat(console.err()).isEmpty();
  }

  @Test
  void withoutAVerbTheHelpIsAnError() throws IOException {
    assertThat(console.call()).isEqualTo(2);
    assertThat(console.err()).isEqualTo(Files.readString(GOLDEN.resolve("lab.txt")));
    assertThat(console.out()).isEmpty();
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(console.call("--version")).isEqualTo(0);
    assertThat(console.out()).matches("lab \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }
}
