package org.dynlab.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dynlab.analysis.PlantedStates;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.finding.Analysis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the page in a browser; the page itself says when all charts are drawn without an error. */
class ReportInBrowserTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");

  @TempDir private Path folder;

  @BeforeEach
  void skipWithoutBrowser() {
    assumeTrue(Files.isExecutable(BROWSER), "skipped: there is no " + BROWSER);
  }

  record Page(Sweep sweep, int charts) {}

  static Stream<Page> pages() {
    Run diverged =
        Samples.run(
            0,
            0,
            Map.of(),
            RunState.DIVERGED,
            "NaN",
            Map.of("train.loss", Samples.curve(9, 1, s -> s < 5 ? 1.0 : Double.NaN)));
    return Stream.of(
        new Page(Samples.grokking(5), 6),
        new Page(Samples.twoArms(3), 6),
        new Page(Samples.doses("1", "10", "100"), 5),
        new Page(new Sweep("diverged", List.of(diverged), List.of()), 1),
        new Page(new Sweep("empty", List.of(), List.of()), 0));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyChartIsDrawnWithoutAnError(Page page) throws IOException, InterruptedException {
    List<Verdict> verdicts = Verdict.of(List.of(ReportTest.soon("soon")), page.sweep(), List.of());
    String dom = dom(Report.write(page.sweep(), Analysis.NONE, verdicts, folder));
    String root = dom.lines().filter(line -> line.startsWith("<html")).findFirst().orElse(dom);
    assertThat(root).contains("data-charts=\"drawn\"", "data-chart-count=\"" + page.charts());
  }

  @Test
  void aWayOfTheTrainingMapSaysItsNumbersWhenFocused() throws IOException, InterruptedException {
    Sweep sweep = PlantedStates.sweep(40, 1000);
    Path page = Report.write(sweep, PlantedStates.analysis(sweep), List.of(), folder);
    assertThat(Files.size(page)).isLessThan(5_000_000);
    String focus = "<script>document.querySelector('g.way').focus()</script>\n</body>";
    String html = Files.readString(page);
    String focused = html.substring(0, html.lastIndexOf("</body>")) + focus + "</html>";
    String dom = dom(Files.writeString(folder.resolve("focused.html"), focused));
    assertThat(dom).contains("data-charts=\"drawn\"");
    assertThat(dom).containsPattern("class=\"saying\"[^>]*>Way 0 → [12]: taken by \\d+ of 40 runs");
  }

  private String dom(Path page) throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                BROWSER.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      browser.destroyForcibly();
    }
    assertThat(ended).as("the browser ended by itself").isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
