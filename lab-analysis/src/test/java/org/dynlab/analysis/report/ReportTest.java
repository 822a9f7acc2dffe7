package org.dynlab.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.store.claim.Bounds;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured;
import org.dynlab.store.claim.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final long FIVE_MEGABYTES = 5_000_000;
  private static final Pattern LOADS =
      Pattern.compile("(?:src|href)\\s*=\\s*[\"']?\\s*(?:https?:)?//", Pattern.CASE_INSENSITIVE);

  @TempDir private Path folder;

  static Claim soon(String that) {
    return new Claim(
        that,
        new Measured.FirstStep(Threshold.rising("eval.accuracy", 0.9), Optional.empty()),
        Map.of(),
        Map.of(),
        new Bounds(null, 50.0),
        1);
  }

  private String html(Sweep sweep) throws IOException {
    List<Verdict> verdicts = Verdict.of(List.of(soon("Generalises <soon>")), sweep, List.of());
    return Files.readString(Report.write(sweep, Analysis.NONE, verdicts, folder));
  }

  /** The JSON the page draws. */
  private static JsonNode data(String html) throws IOException {
    String open = "<script type=\"application/json\" id=\"data\">";
    int start = html.indexOf(open) + open.length();
    return new ObjectMapper().readTree(html.substring(start, html.indexOf("</script>", start)));
  }

  @Test
  void thePageIsOneFileThatLoadsNothing() throws IOException {
    String html = html(Samples.grokking(5));
    assertThat(folder.resolve("report.html")).isRegularFile();
    assertThat(LOADS.matcher(html).find()).isFalse();
    assertThat(html).contains("default-src 'none'").doesNotContain("@import", "{{");
    assertThat(html.split("<script", -1)).hasSize(4);
  }

  @Test
  void aHundredRunsStayBelowFiveMegabytes() throws IOException {
    html(Samples.twoArms(50));
    assertThat(Files.size(folder.resolve("report.html"))).isBetween(1_000_000L, FIVE_MEGABYTES);
  }

  @Test
  void twelveArmsOfTwentySeedsStayBelowFiveMegabytes() throws IOException {
    html(Samples.manyArms(12, 20));
    assertThat(Files.size(folder.resolve("report.html"))).isLessThan(FIVE_MEGABYTES);
  }

  @Test
  void moreRunsThanCanBeDrawnAreCountedAndSaid() throws IOException {
    List<Run> runs = new ArrayList<>();
    Map<String, Curve> curves = Samples.grokkingCurves(1, 20, 40);
    for (int i = 0; i < 1000; i++) {
      runs.add(Samples.run(i, i, Map.of(), RunState.COMPLETED, "", curves));
    }
    String html = html(new Sweep("many", runs, List.of()));
    assertThat(html).contains("Thin lines are drawn for the first 187 of 1000 runs");
    assertThat(data(html).at("/panels/0/lines/0/runs")).hasSize(187);
    assertThat(data(html).at("/panels/0/lines/0/mean/n/0").asInt()).isEqualTo(1000);
  }

  @Test
  void namesFromOutsideAreTextAndNeverMarkup() throws IOException {
    Run run = Samples.grokkingRun(0, 0, Map.of("kind", "</script><b>"), 60);
    Run other = Samples.grokkingRun(1, 0, Map.of("kind", "<!-- {{data}}"), 60);
    String html = html(new Sweep("<img src=x>", List.of(run, other), Samples.COLUMNS));
    assertThat(html).contains("<h1>&lt;img src=x&gt;</h1>").contains("Generalises &lt;soon&gt;");
    assertThat(html).doesNotContain("<img src=x>", "</script><b>", "<!-- {{data}}");
    assertThat(data(html).at("/arms/0").asText()).isEqualTo("kind=</script><b>");
  }

  @Test
  void theTablesSayVerdictsMilestonesRunsAndCosts() throws IOException {
    String html = html(Samples.grokking(5));
    assertThat(html)
        .contains("✗</span> fail", "step 843 (704..956)", "0/5 runs [0.00, 0.43]")
        .contains("5 runs in 1 arm, 5 counted in means and verdicts; not completed: none")
        .contains("81 [68, &gt; 92]", "× 10.38 (10.35..10.41)")
        .contains("<th scope=\"row\"><span>epsilonRank</span></th>", "100.0", "17.6 %")
        .contains("None: every planned run completed and counts.")
        .contains("25fc6f5", "linux-x86_64-avx2");
  }

  @Test
  void theDataHoldMeansBandsRunsAndMilestones() throws IOException {
    JsonNode accuracy = data(html(Samples.grokking(5))).at("/panels/0");
    JsonNode mean = accuracy.at("/lines/0/mean");
    assertThat(mean.at("/s/0").asLong()).isEqualTo(1);
    assertThat(mean.at("/s")).hasSameSizeAs(mean.at("/hi"));
    assertThat(mean.at("/s").size()).isBetween(200, 1500);
    assertThat(accuracy.at("/lines/0/runs")).hasSize(5);
    assertThat(accuracy.at("/marks/0").toString())
        .isEqualTo("{\"step\":81.0,\"label\":\"train ≥ 0.99\"}");
  }

  @Test
  void aDivergedRunAndAMissingColumnLeaveAValidPage() throws IOException {
    Map<String, Curve> curves = new HashMap<>(Samples.grokkingCurves(1, 600, 300));
    curves.remove("eval.accuracy");
    curves.put("train.loss", Samples.curve(9, 1, s -> s < 5 ? 1.0 + s : Double.NaN));
    Run diverged = Samples.run(0, 0, Map.of(), RunState.DIVERGED, "loss is NaN", curves);
    String html = html(new Sweep("d", List.of(diverged), List.of()));
    assertThat(html).contains("?</span> undecided", "loss is NaN", "counts with the rows");
    assertThat(data(html).at("/panels/1/lines/1/mean/s")).hasSize(4);
    assertThat(data(html).toString()).doesNotContain("NaN");
  }

  @Test
  void oneRunHasAMeanButNoBand() throws IOException {
    JsonNode mean = data(html(Samples.grokking(1))).at("/panels/0/lines/0/mean");
    assertThat(mean.at("/m/0").isNumber()).isTrue();
    assertThat(mean.at("/lo/0").isNull()).isTrue();
  }

  @Test
  void aSweepThatHasNotBegunIsAPageToo() throws IOException {
    Run waiting = Samples.run(0, 0, Map.of(), RunState.NOT_STARTED, "", Map.of());
    String html = html(new Sweep("w", List.of(waiting), List.of()));
    assertThat(html).contains("not completed: 1 not started", "undecided", "left out");
    assertThat(data(html).at("/panels")).isEmpty();
  }

  @Test
  void theSameSweepGivesTheSameBytes() throws IOException {
    assertThat(html(Samples.grokking(3))).isEqualTo(html(Samples.grokking(3)));
  }
}
