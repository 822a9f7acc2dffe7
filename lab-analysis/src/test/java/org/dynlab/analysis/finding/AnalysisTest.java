package org.dynlab.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Result;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.claim.Measured;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;

/** What stands in the tables of findings whose numbers are tested in rooms of their own. */
class AnalysisTest {
  private static final AnalysisSettings SETTINGS =
      new AnalysisSettings(Optional.empty(), Optional.empty(), 0, 1);

  private static Finding finding(Sweep sweep, String id) {
    return Analysis.of(sweep, SETTINGS).findings().stream()
        .filter(finding -> finding.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<Cell>> rows(Finding finding, String table) {
    return finding.tables().stream()
        .filter(one -> one.id().equals(table))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  private static List<String> texts(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  /** Eight runs an arm; run k ends at 100 less the setting, plus k. */
  private static Sweep cooled(String... times) {
    List<Run> runs = new ArrayList<>();
    for (String time : times) {
      for (int k = 0; k < 8; k++) {
        double end = 100 - Double.parseDouble(time) + k;
        Map<String, Curve> curves = Map.of("eval.loss", Samples.curve(100, 10, s -> end + 100 - s));
        runs.add(
            Samples.run(
                runs.size(), k, Map.of("cooling.steps", time), RunState.COMPLETED, "", curves));
      }
    }
    return new Sweep("cooled", runs, List.of(new Column("eval.loss", "1", "loss")));
  }

  @Test
  void whereRunsEndStandsAgainstTheSweptNumber() {
    Finding dose = finding(cooled("10", "2", "50"), "dose");
    assertThat(rows(dose, "levels"))
        .extracting(row -> row.get(2).text() + ": " + row.get(3).text())
        .containsExactly("2: 101.5 [98, 105]", "10: 93.5 [90, 97]", "50: 53.5 [50, 57]");
    assertThat(texts(rows(dose, "trends").get(0)))
        .startsWith("eval.loss", DataTable.NOTHING)
        .last()
        .isEqualTo("24");
    assertThat(rows(dose, "trends").get(0).get(2).full().get(0)).startsWith("-0.9");
  }

  @Test
  void twoValuesAreNoDose() {
    assertThat(Analysis.of(cooled("10", "2"), SETTINGS).findings())
        .extracting(Finding::id)
        .doesNotContain("dose");
  }

  /** Information that climbs to 4 bits and falls to a share of it. */
  private static IntFunction<Map<String, Curve>> compressing(double left) {
    return k ->
        Map.of(
            "mi.layer1.x_t_bin30",
            Samples.curve(
                1000,
                10,
                s -> s < 500 ? 4.0 * s / 500 : 4 - (1 - left - 0.01 * k) * 4 * (s - 500) / 500),
            "train.accuracy",
            Samples.curve(1000, 10, s -> s < 400 ? 0.5 : 1));
  }

  @Test
  void compressionIsHeldAgainstTheFirstArm() {
    List<Run> runs = new ArrayList<>();
    List.of(compressing(0.9), compressing(0.3))
        .forEach(
            curves ->
                IntStream.range(0, 6)
                    .forEach(
                        k ->
                            runs.add(
                                Samples.run(
                                    runs.size(),
                                    k,
                                    Map.of("decay", runs.size() < 6 ? "0" : "1"),
                                    RunState.COMPLETED,
                                    "",
                                    curves.apply(k)))));
    Sweep sweep = new Sweep("phases", runs, Samples.COLUMNS);
    assertThat(finding(sweep, "phases-0").tables())
        .extracting(DataTable::id)
        .doesNotContain("contrasts");
    List<Cell> contrast = rows(finding(sweep, "phases-1"), "contrasts").get(0);
    assertThat(texts(contrast)).startsWith("mi.layer1.x_t_bin30", "decay=0");
    assertThat(contrast.get(2).full().get(0))
        .satisfies(g -> assertThat(Double.valueOf(g)).isGreaterThan(10));
    // Shares of .1 and .7, a little less because running medians flatten the peak.
    assertThat(Double.parseDouble(contrast.get(3).full().get(0))).isBetween(0.57, 0.6);
  }

  /** The middle half of 0, 1, 2, 3, 100 at every step: one value is cut at either end. */
  @Test
  void theMiddleHalfIsFollowedOverTraining() {
    List<Run> runs = new ArrayList<>();
    for (double value : new double[] {0, 1, 2, 3, 100}) {
      Map<String, Curve> curves = Map.of("eval.loss", Samples.curve(100, 10, s -> value + s));
      runs.add(Samples.run(runs.size(), runs.size(), Map.of(), RunState.COMPLETED, "", curves));
    }
    Sweep sweep = new Sweep("five", runs, List.of(new Column("eval.loss", "1", "loss")));
    List<List<Cell>> bands = rows(finding(sweep, "scores"), "bands");
    assertThat(bands.get(0).get(1).text()).isEqualTo("0");
    assertThat(bands.get(0).get(2).full().get(0)).isEqualTo("2.0");
    assertThat(bands.get(bands.size() - 1).get(2).full().get(0)).isEqualTo("102.0");
    assertThat(bands.get(0).get(3).text()).isEqualTo("5");
  }

  private static Verdict verdict(Sweep sweep, String found, String bounds) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("that", "x").put("found", found);
    tree.putObject("value").put("atMost", Double.parseDouble(bounds));
    return Verdict.of(
        Claim.fromTree(tree, "claims[0]"), sweep, Analysis.of(sweep, SETTINGS).findings());
  }

  @Test
  void claimsCanBeMadeOnWhatWasFoundOfAColumn() {
    Sweep sweep = cooled("10", "2", "50");
    Verdict falling = verdict(sweep, "dose.spearman of eval.loss", "-0.5");
    assertThat(falling.result()).isEqualTo(Result.PASS);
    assertThat(falling.numbers()).startsWith("-0.9").endsWith("over 24 runs together");
    Verdict ends = verdict(sweep, "scores.interquartileMean of eval.loss", "100");
    assertThat(ends.result()).isEqualTo(Result.FAIL);
    assertThat(ends.arms())
        .extracting(arm -> arm.result().name())
        .containsExactly("PASS", "FAIL", "PASS");
    assertThat(ends.numbers()).contains("102 [99.5, 104]");
    Verdict nowhere = verdict(sweep, "staircases.rises of eval.loss", "1");
    assertThat(nowhere.result()).isEqualTo(Result.UNDECIDED);
    assertThat(nowhere.numbers()).contains("not found; over 0 runs together");
  }

  /** Otherwise a name could be refused that is found, or accepted that never is. */
  @Test
  void everyNumberHasANameOfTheCatalogue() {
    List<Sweep> sweeps = List.of(cooled("10", "2", "50"), Samples.grokking(2));
    List<String> found =
        sweeps.stream()
            .flatMap(sweep -> Analysis.of(sweep, SETTINGS).findings().stream())
            .flatMap(finding -> finding.numbers().stream())
            .map(number -> new Measured.Found(number.name()))
            .peek(
                name ->
                    assertThat(
                            name.column().isPresent() ? FoundNames.ofColumns() : FoundNames.plain())
                        .contains(name.kind()))
            .map(Measured.Found::kind)
            .distinct()
            .toList();
    assertThat(found)
        .contains(
            "scores.gap",
            "scores.improvement",
            "scores.interquartileMean",
            "relaxation.tau",
            "relaxation.beta",
            "relaxation.levels",
            "dose.spearman",
            "phases.t_fit",
            "phases.runs_with_t_fit");
  }
}
