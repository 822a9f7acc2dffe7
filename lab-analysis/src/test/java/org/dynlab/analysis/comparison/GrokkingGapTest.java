package org.dynlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.comparison.survival.SurvivalTime;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

class GrokkingGapTest {

  private static Run run(int index, RunState state, long train, long eval, long last) {
    Map<String, Curve> curves =
        Map.of(
            "train.accuracy", Samples.curve(last, 10, s -> s >= train ? 1 : 0.1),
            "eval.accuracy", Samples.curve(last, 10, s -> s >= eval ? 1 : 0.1));
    return Samples.run(index, index, Map.of(), state, "", curves);
  }

  @Test
  void everyRunHasAGapOrAReason() {
    Map<String, Curve> blind = Map.of("train.accuracy", Samples.curve(10, 1, s -> 1));
    Arm arm =
        new Arm(
            Map.of(),
            List.of(
                run(0, RunState.COMPLETED, 10, 40, 100),
                run(1, RunState.COMPLETED, 20, 999, 100),
                run(2, RunState.DIVERGED, 20, 999, 50),
                run(3, RunState.COMPLETED, 50, 20, 100),
                run(4, RunState.COMPLETED, 999, 20, 100),
                run(5, RunState.FAILED, 10, 20, 100),
                Samples.run(6, 6, Map.of(), RunState.COMPLETED, "", blind)));
    GrokkingGap found = GrokkingGap.of(arm);
    assertThat(found.gaps())
        .containsExactly(
            new SurvivalTime(30, true),
            new SurvivalTime(80, false),
            SurvivalTime.NEVER,
            new SurvivalTime(0, true));
    assertThat(found.lateFirst()).isEqualTo(1);
    assertThat(found.diverged()).isEqualTo(1);
    assertThat(found.leftOut())
        .containsExactly(
            new LeftOut("004-abcdef", "never reached train ≥ 0.99"),
            new LeftOut("005-abcdef", "failed"),
            new LeftOut("006-abcdef", "did not measure eval.accuracy"));
    assertThat(found.median().text()).isEqualTo("30 [0, > 80]");
  }

  @Test
  void withoutGapsThereIsNoMedian() {
    assertThat(GrokkingGap.of(new Arm(Map.of(), List.of())).median().text()).isEqualTo("no run");
  }
}
