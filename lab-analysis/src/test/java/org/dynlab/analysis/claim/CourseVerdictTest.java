package org.dynlab.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.claim.Claim;
import org.junit.jupiter.api.Test;

/** Verdicts on the course of columns. */
class CourseVerdictTest {
  private static Claim claim(String json) {
    try {
      return Claim.fromTree(new ObjectMapper().readTree(json.replace('\'', '"')), "claim");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** a rises 0..50 and falls back to 20; b falls as a rises and then stays; c is never measured. */
  private static Run hill(int index, double end) {
    Curve a = Samples.curve(80, 1, step -> step <= 50 ? step : 100 - step);
    Curve b = Samples.curve(80, 2, step -> step <= 50 ? -step : -50);
    Curve last = Samples.curve(80, 80, step -> step == 0 ? Double.NaN : end);
    Curve square = Samples.curve(80, 80, step -> end * end);
    Map<String, Curve> curves = Map.of("a", a, "b", b, "end", last, "square", square);
    return Samples.run(index, index, Map.of(), RunState.COMPLETED, "", curves);
  }

  @Test
  void risesFallsAndCorrelationsAreNumbersOfARun() {
    Sweep sweep = new Sweep("m", List.of(hill(0, 1), hill(1, 2)), List.of());
    Verdict rise = Verdict.of(claim("{'that': 'x', 'rise': 'a', 'value': {'atLeast': 50}}"), sweep);
    assertThat(rise.line()).startsWith("PASS  x — 50 (50..50); 2/2 runs");
    assertThat(rise.asked()).isEqualTo("largest less first value of a ≥ 50, in every run");
    Verdict fall = Verdict.of(claim("{'that': 'x', 'fall': 'a', 'value': {'atMost': 29}}"), sweep);
    assertThat(fall.line()).startsWith("FAIL  x — 30 (30..30); 0/2 runs");
    Verdict correlation =
        Verdict.of(
            claim("{'that': 'x', 'correlation': {'a': 'b'}, 'value': {'atMost': -0.5}}"), sweep);
    assertThat(correlation.result()).isEqualTo(Result.PASS);
    assertThat(
            Verdict.of(claim("{'that': 'x', 'fall': 'c', 'value': {'atMost': 9}}"), sweep).result())
        .isEqualTo(Result.UNDECIDED);
  }

  @Test
  void aCorrelationOverRunsIsOfTheirLastValues() {
    Claim claim =
        claim("{'that': 'x', 'correlationOverRuns': {'end': 'square'}, 'value': {'atLeast': 0.7}}");
    List<Run> runs = new ArrayList<>();
    double[] ends = {-1, 1.5, 2, 3, 4, 5, 6, 7};
    for (double end : ends) {
      runs.add(hill(runs.size(), end));
    }
    Verdict all = Verdict.of(claim, new Sweep("m", runs, List.of()));
    assertThat(all.line()).isEqualTo("PASS  x — ρ = 1.00 [1.00, 1.00]; over 8 runs together");
    runs.set(0, hill(0, -9));
    Verdict turned = Verdict.of(claim, new Sweep("m", runs, List.of()));
    assertThat(turned.line()).isEqualTo("FAIL  x — ρ = 0.33 [-0.50, 0.85]; over 8 runs together");
    assertThat(turned.asked())
        .isEqualTo("rank correlation of end with square at the end, over runs ≥ 0.7");
    runs.set(0, Samples.run(0, 0, Map.of(), RunState.NOT_STARTED, "", Map.of()));
    assertThat(Verdict.of(claim, new Sweep("m", runs, List.of())).result())
        .isEqualTo(Result.UNDECIDED);
  }
}
