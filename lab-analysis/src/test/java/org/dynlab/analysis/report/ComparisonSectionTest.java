package org.dynlab.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Caveat;
import org.junit.jupiter.api.Test;

class ComparisonSectionTest {

  /** The cells of the row of a table that begins so, as text. */
  private static List<String> row(String html, String caption, String name) {
    String table = html.substring(html.indexOf("<caption>" + caption));
    String row = table.substring(table.indexOf("<span>" + name));
    String cells = row.substring(0, row.indexOf("</tr>")).replaceAll("<[^>]*>", "|");
    return List.of(cells.replace("&gt;", ">").replace("&lt;", "<").split("\\|+", -1)).stream()
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  @Test
  void armsAreComparedByShareMediansTestsAndCosts() {
    String html = ComparisonSection.html(Samples.manyArms(4, 8));
    assertThat(html)
        .contains("<h2>Arms compared</h2>", "A diverged run never gets there", "share seeds");
    assertThat(row(html, "How soon", "optimizer=rule-number-1"))
        .containsExactly(
            "optimizer=rule-number-1",
            "8 of 8",
            "8/8 [0.68, 1.00]",
            "79 [68, 87]",
            "410 [352, 452]",
            "457 [391, 503]",
            "578 [495, 636]");
    assertThat(row(html, "How late", "optimizer=rule-number-1"))
        .contains("499 (427..582)", "× 5.188 (5.158..5.198)", "0 (0..0)");
    assertThat(row(html, "How soon", "optimizer=rule-number-2"))
        .contains("8 of 8, 3 diverged", "5/8 [0.31, 0.86]");
    assertThat(row(html, "How surely", "optimizer=rule-number-1"))
        .startsWith("optimizer=rule-number-1", "sooner", "8");
    assertThat(html).contains("against optimizer=rule-number-0, the first arm of the plan");
    assertThat(row(html, "At what price", "optimizer=rule-number-1"))
        .contains("1.85 (1.5..2.2)", "0.3533 (0.2367..0.47)");
  }

  @Test
  void equalArmsShowNoClearDifference() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(Samples.grokkingRun(i, i % 4, Map.of("rate", i < 4 ? "1" : "2"), 60));
    }
    String html = ComparisonSection.html(new Sweep("s", runs, Samples.COLUMNS));
    assertThat(row(html, "How surely", "rate=2"))
        .containsExactly("rate=2", "no clear difference", "4", "4.0", "0.00", "1.0000", "1.0000");
    assertThat(html).contains("Holm’s correction for 1 test<");
  }

  @Test
  void anArmNobodyRanIsARowOfGaps() {
    Run waiting = Samples.run(1, 0, Map.of("rate", "2"), RunState.NOT_STARTED, "", Map.of());
    Run done = Samples.grokkingRun(0, 0, Map.of("rate", "1"), 60);
    String html = ComparisonSection.html(new Sweep("s", List.of(done, waiting), List.of()));
    assertThat(row(html, "How soon", "rate=2")).contains("0 of 1", "no run");
    assertThat(row(html, "How surely", "rate=2"))
        .containsExactly("rate=2", "nothing to compare", "0", "0.0", "–", "–", "–");
    assertThat(row(html, "At what price", "rate=2")).containsExactly("rate=2", "–", "–", "–");
  }

  @Test
  void oneArmHasMilestonesAndNoTests() {
    String html = ComparisonSection.html(Samples.grokking(3));
    assertThat(html).contains("<h2>Milestones</h2>", "How soon").doesNotContain("How surely");
  }

  @Test
  void tasksWithoutAccuraciesAreComparedByErrors() {
    Map<String, Curve> curves = Map.of("train.loss", Samples.curve(100, 1, s -> 1 / (1.0 + s)));
    Run run = Samples.run(0, 0, Map.of(), RunState.COMPLETED, "", curves);
    String html = ComparisonSection.html(new Sweep("s", List.of(run), List.of()));
    assertThat(html).contains("First step at an error", "train.loss ≤ 0.1");
    assertThat(row(html, "First step", "all runs"))
        .containsExactly("all runs", "1 of 1", "9", "99", "never");
  }

  @Test
  void caveatsStandInABoxAndAtTheNameOfTheArm() {
    Caveat caveat = new Caveat("leaks<Test>", "It watched \"test\" answers.");
    Run marked =
        Samples.withCaveats(
            Samples.grokkingRun(0, 0, Map.of("optimizer", "wand"), 60), List.of(caveat));
    Run plain = Samples.grokkingRun(1, 0, Map.of("optimizer", "adamw"), 60);
    Sweep sweep = new Sweep("s", List.of(marked, plain), Samples.COLUMNS);
    assertThat(CaveatBox.html(sweep.caveats()))
        .contains("Read this first", "⚠ leaks&lt;Test&gt;</strong> · optimizer=wand<br>")
        .contains("It watched &quot;test&quot; answers.");
    assertThat(ComparisonSection.html(sweep))
        .contains("optimizer=wand ⚠ leaks&lt;Test&gt;</span>", "<span>optimizer=adamw</span>");
    assertThat(CaveatBox.html(Samples.grokking(2).caveats())).isEmpty();
  }
}
