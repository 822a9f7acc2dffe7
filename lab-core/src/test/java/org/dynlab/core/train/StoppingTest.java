package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.experiment.stop.Divergence;
import org.dynlab.core.experiment.stop.Patience;
import org.dynlab.core.experiment.stop.Patience.Goal;
import org.dynlab.core.experiment.stop.StopRule;
import org.dynlab.core.experiment.stop.StopState;
import org.dynlab.core.experiment.stop.Target;
import org.dynlab.core.instrument.Fit;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a run before its budget. */
class StoppingTest {
  @TempDir Path folder;

  /** The step at which the rule ends a run with these values at steps 0, 1, 2, ... */
  private static long end(StopRule rule, double... values) {
    StopState state = rule.begin();
    for (int step = 0; step < values.length; step++) {
      if (state.see(step, values[step])) {
        return step;
      }
    }
    return -1;
  }

  @Test
  void aTargetMustHoldInARow() {
    StopRule rule = new Target("x", Optional.of(1.0), Optional.of(2.0), 2);
    assertThat(end(rule, 1, 0, 1.5, Double.NaN, 2, 1)).isEqualTo(5);
    assertThat(end(rule, 1, 3, 1, 0)).isEqualTo(-1);
    assertThat(rule.begin().reason())
        .isEqualTo("reached x >= 1.0 and <= 2.0 at 2 measured steps in a row");
  }

  @Test
  void patienceEndsWhenTheBestIsTooOld() {
    Patience lowest = new Patience("x", 3, Goal.LOWEST, 0);
    assertThat(end(lowest, 5, 4, 4, 3.9, 4, 4, 4)).isEqualTo(6);
    assertThat(end(lowest, 5, 4, 3, 2, 1, 0)).isEqualTo(-1);
    assertThat(end(new Patience("x", 3, Goal.LOWEST, 0.2), 5, 4.9, 4.8, 4.75)).isEqualTo(-1);
    assertThat(end(new Patience("x", 3, Goal.LOWEST, 0.5), 5, 4.9, 4.8, 4.75)).isEqualTo(3);
    assertThat(end(new Patience("x", 2, Goal.HIGHEST, 0), 0.1, 0.2, 0.2, 0.1)).isEqualTo(3);
    assertThat(end(lowest, Double.NaN, Double.NaN, 4, Double.NaN, Double.NaN, 5)).isEqualTo(5);
  }

  @Test
  void aRunAboveTheLimitHasDiverged() {
    Ending ending =
        Workbench.standard()
            .stoppingWhen(new Divergence("train.loss", 1e-3, 3))
            .run(folder.resolve("a"));
    assertThat(ending)
        .isEqualTo(
            new Ending(
                Outcome.DIVERGED, "train.loss was above 0.001 at 3 measured steps in a row", 2));
  }

  @Test
  void theFirstOfSeveralRulesEndsTheRun() {
    Ending ending =
        Workbench.standard()
            .stoppingWhen(
                new Target("train.loss", Optional.empty(), Optional.of(-1.0), 1),
                new Patience("eval.loss", 4, Goal.LOWEST, 1e3))
            .run(folder.resolve("a"));
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ending.steps()).isEqualTo(4);
    assertThat(ending.reason()).matches("eval.loss has not improved on [0-9.]+ for 4 steps");
  }

  @Test
  void anOverseerMayFlagARunOrEndIt() {
    List<String> notes = new ArrayList<>();
    Overseer overseer =
        (step, values, measured) ->
            step == 2
                ? new Overseer.Verdict(Overseer.Action.FLAG, "has entered state 4")
                : step == 5
                    ? new Overseer.Verdict(Overseer.Action.END, "does not leave state 4")
                    : Overseer.NOTHING;
    Ending ending =
        Workbench.standard()
            .prepared(new ArrayList<>())
            .oversee(columns -> overseer)
            .execute(folder.resolve("a"), new Listening(notes));
    assertThat(ending)
        .isEqualTo(new Ending(Outcome.COMPLETED, "ended early: does not leave state 4", 5));
    assertThat(notes).containsExactly("has entered state 4");
  }

  private record Listening(List<String> notes) implements Progress {
    @Override
    public void at(long step, long steps, Fit train, double evalAccuracy) {}

    @Override
    public void noted(String note) {
      notes.add(note);
    }

    @Override
    public boolean stopRequested() {
      return false;
    }
  }
}
