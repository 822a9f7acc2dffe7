package org.dynlab.analysis.staircase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

class StaircaseTest {
  private static final long[] STEPS = Waves.steps(200, false);

  @Test
  void plateausLieBetweenTheJumps() {
    Curve curve = Waves.noisy(Waves.stairs(0.2, 0.5, 0.8), STEPS, 0.05, 0, 1);
    Staircase found = Staircase.of(curve, Scale.LOG_LOSS);
    assertThat(found.isStaircase()).isTrue();
    assertThat(found.jumps()).extracting(Jump::step).containsExactly(395.0, 995.0, 1595.0);
    assertThat(found.plateaus())
        .extracting(Plateau::from)
        .containsExactly(0.0, 400.0, 1000.0, 1600.0);
    assertThat(found.plateaus())
        .extracting(Plateau::to)
        .containsExactly(390.0, 990.0, 1590.0, 1990.0);
    double[] levels = {0, 3, 6, 10};
    for (int i = 0; i < levels.length; i++) {
      assertThat(found.plateaus().get(i).level()).isCloseTo(levels[i], within(0.05));
    }
    assertThat(found.jumps().get(2).height()).isCloseTo(4, within(0.1));
    assertThat(found.noise()).isCloseTo(0.05, within(0.025));
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void aPlateauMayCreepWhereTheJumpIsMuchHigher() {
    Curve ranks = Samples.curve(10_000, 50, s -> Math.rint(climb((double) s)));
    Staircase found = Staircase.of(ranks, Scale.RANK);
    assertThat(found.jumps()).hasSize(1);
    assertThat(found.jumps().get(0).height()).isBetween(38.0, 45.0);
    assertThat(found.plateaus().get(0).drift()).isBetween(1.0, 6.0);
  }

  /** From 6 to 11 in 4500 steps, on to 50 in 500 more. */
  private static double climb(double step) {
    return Math.min(50, step < 4500 ? 6 + step / 900 : 11 + 39 * (step - 4500) / 500);
  }

  @Test
  void ranksThatClimbOneByOneHaveNoStairs() {
    Curve slow = Samples.curve(10_000, 20, s -> Math.floor(s / 250.0));
    assertThat(Staircase.of(slow, Scale.RANK).jumps()).isEmpty();
    Curve saturating = Samples.curve(10_000, 20, s -> Math.rint(50 * (1 - Math.exp(-s / 2000.0))));
    assertThat(Staircase.of(saturating, Scale.RANK).jumps()).isEmpty();
  }

  @Test
  void anExponentialDecayHasNoStairHoweverItIsLogged() {
    for (boolean log : new boolean[] {false, true}) {
      Curve decay = Waves.noisy(x -> Math.exp(-30 * x), Waves.steps(200, log), 1e-3, 0, 2);
      assertThat(Staircase.of(decay, Scale.LOG_LOSS).jumps()).isEmpty();
    }
  }

  @Test
  void singleOutliersAreReplacedAndCounted() {
    Curve spiky =
        Samples.curve(2000, 10, s -> (s < 1000 ? 0 : 3) + (s % 400 == 200 ? 50 : 0) + s % 20 / 1e3);
    Staircase found = Staircase.of(spiky, Scale.LOG_LOSS);
    assertThat(found.jumps()).hasSize(1);
    assertThat(found.notes())
        .containsExactly("5 outliers of one or a few points replaced by the median around them");
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndManyPointsAreAveraged() {
    Curve curve = Samples.curve(4999, 1, s -> s < 7 ? Double.NaN : s < 2500 ? 1 : 5);
    Staircase found = Staircase.of(curve, Scale.LOG_LOSS);
    assertThat(found.points()).isEqualTo(999);
    assertThat(found.jumps()).hasSize(1);
    assertThat(found.jumps().get(0).step()).isCloseTo(2500, within(10.0));
    assertThat(found.notes())
        .containsExactly(
            "7 of 5000 points are not finite and left out",
            "means of 5 consecutive points stand for 4993");
  }

  @Test
  void aCurveThatDoesNotChangeIsOnePlateau() {
    Staircase found = Staircase.of(Samples.curve(100, 1, s -> 7), Scale.RANK);
    assertThat(found.jumps()).isEmpty();
    assertThat(found.plateaus()).containsExactly(new Plateau(0, 100, 7, 0, 101));
    assertThat(Staircase.of(Samples.curve(100, 1, s -> s), Scale.RANK).plateaus()).isEmpty();
  }

  @Test
  void tooFewPointsAreSaid() {
    Staircase found = Staircase.of(Samples.curve(10, 1, s -> 1), Scale.RANK);
    assertThat(found.notes()).isEqualTo(List.of("11 points are too few, 12 are needed"));
    assertThat(found.noise()).isNaN();
  }
}
