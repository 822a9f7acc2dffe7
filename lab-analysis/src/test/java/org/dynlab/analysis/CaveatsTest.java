package org.dynlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dynlab.store.Caveat;
import org.junit.jupiter.api.Test;

class CaveatsTest {
  private static final Caveat LEAK = new Caveat("leaksTest", "watches test answers");
  private static final Caveat ENERGY = new Caveat("minibatchEnergy", "ln L is that of a batch");

  private static Run run(String rule, Caveat... caveats) {
    return Samples.withCaveats(
        Samples.grokkingRun(0, 0, Map.of("optimizer", rule), 60), List.of(caveats));
  }

  @Test
  void everyCaveatNamesTheArmsItConcernsOnce() {
    Sweep sweep =
        new Sweep(
            "s",
            List.of(run("a", LEAK, ENERGY), run("a", LEAK), run("b", ENERGY), run("c", ENERGY)),
            List.of());
    assertThat(sweep.caveats().entries().stream().map(Caveats.Entry::text))
        .containsExactly(
            "leaksTest (optimizer=a): watches test answers",
            "minibatchEnergy (all arms): ln L is that of a batch");
    assertThat(sweep.arms().stream().map(Arm::label))
        .containsExactly(
            "optimizer=a ⚠ leaksTest, minibatchEnergy",
            "optimizer=b ⚠ minibatchEnergy",
            "optimizer=c ⚠ minibatchEnergy");
  }

  @Test
  void withoutCaveatsArmsGoByTheirNames() {
    assertThat(Samples.twoArms(2).caveats().entries()).isEmpty();
    assertThat(Samples.twoArms(2).arms().get(0).label()).isEqualTo("optimizer=adamw");
  }

  @Test
  void aSingleArmIsNamedAsSuch() {
    Run only = Samples.withCaveats(Samples.grokkingRun(0, 0, Map.of(), 60), List.of(LEAK));
    assertThat(new Sweep("s", List.of(only), List.of()).caveats().entries().get(0).whom())
        .isEqualTo("all runs");
  }
}
