package org.dynlab.optim.wand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.HeldOut;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.store.Caveat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WandAdamWTest {
  private static final AdamW ADAMW = new AdamW(new Constant(0.01), 1, 0.9, 0.98, 1e-8, DecayOn.ALL);
  private static final WandAdamW CLEAN = new WandAdamW(Wands.published(), ADAMW, 0.1, false);
  private static final WandAdamW LEAKING = new WandAdamW(Wands.published(), ADAMW, 0.1, true);

  private static double[] updated(RuleState state, int row, double accuracy) {
    double[] update = Trajectory.gradients(row)[row - 1];
    state.rewrite(update, new Wands.Step(row, 0.7, Trajectory.start(), accuracy));
    return update;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.9, 1})
  void theUpdateIsTheMixtureOfBothRulesOnTheirOwn(double accuracy) {
    RuleState mixed = Trajectory.begin(CLEAN);
    RuleState wand = Trajectory.begin(Wands.published());
    RuleState adamw = Trajectory.begin(ADAMW);
    double share = Math.pow(2 * accuracy - 1, 2);
    for (int t = 1; t <= 10; t++) {
      double[] a = updated(wand, t, Double.NaN);
      double[] b = updated(adamw, t, Double.NaN);
      double[] both = updated(mixed, t, accuracy);
      for (int i = 0; i < both.length; i++) {
        assertThat(both[i]).isCloseTo(share * a[i] + (1 - share) * b[i], within(1e-13));
      }
    }
  }

  @Test
  void theStateIsThatOfBoth() {
    assertThat(Trajectory.begin(CLEAN).slots())
        .extracting(Slot::name)
        .containsExactly(
            "wand.velocity", "wand.entropy", "adam.first_moment", "adam.second_moment");
  }

  @Test
  void theCleanFormWatchesASliceOfTheTrainingExamples() {
    assertThat(CLEAN.needs().heldOut()).isEqualTo(Optional.of(HeldOut.ofTraining(0.1)));
    assertThat(CLEAN.needs().caveats()).isEmpty();
    assertThat(CLEAN.needs().fullBatch()).isPresent();
  }

  @Test
  void theLiteralFormWatchesTheEvalSetAndSaysSo() {
    assertThat(LEAKING.needs().heldOut()).isEqualTo(Optional.of(HeldOut.evalSet()));
    assertThat(LEAKING.needs().caveats()).extracting(Caveat::name).containsExactly("leaksTest");
  }

  @Test
  void anAccuracyThatIsNotANumberIsNotSilent() {
    RuleState state = CLEAN.begin(Trajectory.LAYOUT, new SeedTree(1));
    assertThat(updated(state, 1, Double.NaN)).containsOnly(Double.NaN);
  }
}
