package org.dynlab.analysis.staircase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

class StaircasesTest {
  private static final String RANK = "epsilon_rank.layer1.abs_1e-3";
  private static final String LOSS = "train.loss";

  /** Rank 10, 20, 40 and loss 1, 0.1, 0.01, the rank some steps ahead. */
  private static Run run(int seed) {
    long first = 1500 + 200L * seed;
    long second = 6000 + 150L * seed;
    Curve ranks = Samples.curve(10_000, 20, s -> s < first ? 10 : s < second ? 20 : 40);
    Curve losses =
        Samples.curve(10_000, 20, s -> s < first + 60 ? 1 : s < second + 60 ? 0.1 : 0.01);
    return Samples.run(
        seed, seed, Map.of(), RunState.COMPLETED, "", Map.of(RANK, ranks, LOSS, losses));
  }

  @Test
  void ranksAndLossesOfAnArmAreHeldTogether() {
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      runs.add(run(seed));
    }
    runs.add(Samples.run(6, 6, Map.of(), RunState.FAILED, "no memory", Map.of()));
    Map<String, Curve> lossOnly = Map.of(LOSS, Samples.curve(10, 1, s -> 1));
    runs.add(Samples.run(7, 7, Map.of(), RunState.COMPLETED, "", lossOnly));
    Staircases found = Staircases.of(new Arm(Map.of(), runs), List.of(RANK), LOSS, 3).get(0);
    assertThat(found.runs()).hasSize(6);
    assertThat(found.runs()).allMatch(run -> run.rank().isStaircase() && run.loss().isStaircase());
    assertThat(found.coincidence().share()).isEqualTo(1);
    assertThat(found.coincidence().p()).isLessThan(0.01);
    assertThat(found.spearman().value()).isLessThan(-0.95);
    assertThat(found.spearman().interval().high()).isLessThan(-0.9);
    assertThat(found.halfLoss().reached())
        .containsExactly(1560.0, 1760.0, 1960.0, 2160.0, 2360.0, 2560.0);
    assertThat(found.nearlyFull().reached().get(0)).isEqualTo(6000);
    assertThat(found.leftOut())
        .containsExactly(
            new LeftOut("006-abcdef", "failed"),
            new LeftOut("007-abcdef", "did not measure " + RANK));
    Staircases again = Staircases.of(new Arm(Map.of(), runs), List.of(RANK), LOSS, 3).get(0);
    assertThat(again.coincidence()).isEqualTo(found.coincidence());
    assertThat(again.spearman()).isEqualTo(found.spearman());
  }

  @Test
  void lossesWithoutALogarithmAreLeftOutAndSaid() {
    Curve ranks = Samples.curve(100, 1, s -> 5);
    Curve losses = Samples.curve(100, 1, s -> s < 50 ? 1 : s < 90 ? 0.3 : 0);
    RankAndLoss found = RankAndLoss.of("run", ranks, new LossOfRun(losses));
    assertThat(found.loss().notes())
        .containsExactly("11 of 101 points are not finite and left out");
    assertThat(found.halfLoss()).hasValue(50);
    assertThat(found.spearman()).isNaN();
  }
}
