package org.dynlab.analysis.hmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
  private static final List<String> COLUMNS = List.of("l1", "l2");

  private static Run run(int index, RunState state, Map<String, Curve> curves) {
    return Samples.run(index, index, Map.of(), state, "", curves);
  }

  private static Curve curve(long every, double... values) {
    long[] steps = new long[values.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = every * i;
    }
    return new Curve(steps, values);
  }

  @Test
  void rowsAreTheStepsAtWhichAllColumnsWereMeasured() {
    Run run =
        run(
            0,
            RunState.COMPLETED,
            Map.of("l1", curve(10, 1, 2, 3, 4, 5), "l2", curve(20, 10, 30, 50)));
    FeatureTable table = FeatureTable.of(new Arm(Map.of(), List.of(run)), COLUMNS, 2);
    assertThat(table.sequences().stacked()).containsExactly(1, 10, 3, 30);
    assertThat(table.sequences().step(0, 1)).isEqualTo(20);
    assertThat(table.leftOut()).isEmpty();
    assertThat(table.shortened())
        .containsExactly(
            new LeftOut("000-abcdef", "2 rows lack a feature"),
            new LeftOut("000-abcdef", "1 rows after the first 2"));
  }

  @Test
  void runsThatCannotEnterAreListedWithTheReason() {
    Map<String, Curve> good = Map.of("l1", curve(1, 1, 2), "l2", curve(1, 3, 4));
    Arm arm =
        new Arm(
            Map.of(),
            List.of(
                run(0, RunState.COMPLETED, good),
                run(1, RunState.COMPLETED, Map.of("l1", curve(1, 1, 2))),
                run(
                    2,
                    RunState.DIVERGED,
                    Map.of("l1", curve(1, 1, 2), "l2", curve(1, 3, Double.NaN))),
                run(3, RunState.COMPLETED, Map.of()),
                run(
                    4,
                    RunState.COMPLETED,
                    Map.of("l1", curve(1, 1), "l2", new Curve(new long[] {5}, new double[] {1})))));
    FeatureTable table = FeatureTable.of(arm, COLUMNS, 1000);
    assertThat(table.sequences().runs()).containsExactly("000-abcdef");
    assertThat(table.leftOut())
        .containsExactly(
            new LeftOut("001-abcdef", "has no column l2"),
            new LeftOut("002-abcdef", "l2 is NaN at step 1"),
            new LeftOut("003-abcdef", "does not count: completed"),
            new LeftOut("004-abcdef", "has no step with all features"));
  }

  @Test
  void anArmWithoutAnyUsableRunIsRefused() {
    Arm arm = new Arm(Map.of(), List.of(run(0, RunState.COMPLETED, Map.of("l1", curve(1, 1)))));
    assertThatThrownBy(() -> FeatureTable.of(arm, COLUMNS, 10))
        .hasMessage(
            "all runs: must have a run with all features, got none"
                + " (000-abcdef has no column l2)");
  }

  @Test
  void aSingleCheckpointIsRefused() {
    Map<String, Curve> once = Map.of("l1", curve(1, 1), "l2", curve(1, 3));
    List<Run> runs = List.of(run(0, RunState.COMPLETED, once), run(1, RunState.COMPLETED, once));
    assertThatThrownBy(() -> FeatureTable.of(new Arm(Map.of(), runs), COLUMNS, 9))
        .hasMessageContaining("must have a run with 2 rows or more, got 1 in each");
  }
}
