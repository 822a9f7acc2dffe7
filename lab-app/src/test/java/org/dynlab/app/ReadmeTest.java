package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows must be what the lab does. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private Path example() throws IOException {
    String text = Files.readString(README);
    int begin = text.indexOf("```yaml\n") + "```yaml\n".length();
    String yaml = text.substring(begin, text.indexOf("```", begin));
    return Files.writeString(folder.resolve("example.yaml"), yaml);
  }

  @Test
  void theExampleIsAPlanOfTenRuns() throws IOException {
    int exit = console.call("run", example().toString(), "--out", folder.toString(), "--dry-run");
    assertThat(console.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(console.out()).contains("009-").doesNotContain("010-");
  }

  @Test
  void theMistakeShownGivesTheLineShown() throws IOException {
    Path yaml = folder.resolve("grokking.yaml");
    Path original = Path.of("..", "configs", "grokking.yaml");
    Files.writeString(yaml, Files.readString(original).replace("modulus:", "modulos:"));
    int exit = console.call("run", yaml.toString(), "--out", folder.toString());
    assertThat(exit).isEqualTo(2);
    String line = console.err().replace(folder + "/", "").strip();
    assertThat(line).startsWith("grokking.yaml: task.modulos: must be").doesNotContain("\n");
    assertThat(Files.readString(README)).contains(line);
  }
}
