package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dynlab.core.describe.YamlSource;

/** Runs a configuration of {@code configs/} and asks of it what it claims. */
final class ShippedRun {
  private static final Path CONFIGS = Path.of("..", "configs");

  private ShippedRun() {}

  /**
   * Every claim of the file must pass, and there must be one.
   *
   * @param config path below {@code configs/}
   * @param out where the experiment goes
   * @param more further arguments of {@code lab run}
   */
  static void assertEveryClaimPasses(String config, Path out, String... more) {
    Path file = CONFIGS.resolve(config);
    int claims = YamlSource.read(file).mapping().path("claims").size();
    String[] call = {"run", file.toString(), "--out", out.toString()};
    RecordingConsole console = new RecordingConsole();
    int exit = console.call(Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new));
    assertThat(console.err()).doesNotContain("failed");
    assertThat(console.out().lines().filter(line -> line.startsWith("PASS")))
        .isNotEmpty()
        .hasSize(claims);
    assertThat(exit).isZero();
  }
}
