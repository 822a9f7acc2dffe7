package org.dynlab.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.staircase.Staircases;
import org.junit.jupiter.api.Test;

class StairsSectionTest {
  private static final String RANK = "epsilon_rank.layer1.abs_1e-3";
  private static final String LOSS = "train.loss";

  private static Staircases stairs(
      int runs, LongToDoubleFunction ranks, LongToDoubleFunction losses) {
    List<Run> all = new ArrayList<>();
    for (int seed = 0; seed < runs; seed++) {
      all.add(
          Samples.run(
              seed,
              seed,
              Map.of(),
              RunState.COMPLETED,
              "",
              Map.of(
                  RANK,
                  Samples.curve(10_000, 20, ranks),
                  LOSS,
                  Samples.curve(10_000, 20, losses))));
    }
    return Staircases.of(new Arm(Map.of(), all), List.of(RANK), LOSS, 3).get(0);
  }

  private static int count(String part, String html) {
    return html.split(part, -1).length - 1;
  }

  @Test
  void jumpsOfRankAndLossAreMarkedAndTold() {
    String html =
        StairsSection.html(
            List.of(
                stairs(
                    2,
                    s -> s < 1500 ? 10 : s < 6000 ? 20 : 40,
                    s -> s < 1600 ? 1 : s < 6100 ? 0.1 : 0.01)),
            1);
    assertThat(count("<polyline", html)).isEqualTo(4);
    assertThat(count("<polygon", html)).isEqualTo(8);
    assertThat(count("class=\"stair\" tabindex=\"0\"", html)).isEqualTo(2);
    assertThat(html)
        .contains("Run 000-abcdef: rank from 10 to 40; 2 jumps up (steps 1490, 5990) of the rank")
        .contains("2 jumps down (steps 1590, 6090) of the loss");
  }

  @Test
  void aRampHasNoMarksAndOfManyRunsSomeAreDrawn() {
    String html =
        StairsSection.html(List.of(stairs(23, s -> 10 + s / 500.0, s -> Math.exp(-s / 2000.0))), 1);
    assertThat(count("<polygon", html)).isZero();
    assertThat(count("class=\"stair\"", html)).isEqualTo(20);
    assertThat(html).contains("no jump up of the rank", "Drawn: the first 20 runs of 23");
  }

  @Test
  void aPageOfManyRanksHasFewRunsOfEach() {
    Staircases one = stairs(5, s -> 10 + s / 500.0, s -> Math.exp(-s / 2000.0));
    String html = StairsSection.html(Collections.nCopies(60, one), 60);
    assertThat(count("class=\"stair\"", html)).isEqualTo(120);
    assertThat(html).hasSizeLessThan(1_200_000);
    assertThat(html).contains("Drawn: the first 2 runs of 5");
  }

  @Test
  void withoutALossThatHasALogarithmThereIsNoPicture() {
    assertThat(StairsSection.html(List.of(stairs(2, s -> 10, s -> 0)), 1)).isEmpty();
  }
}
