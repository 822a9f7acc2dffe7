package org.dynlab.analysis.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurningTest {
  private static final String COLUMN = "mi.layer1.x_t_width_7e-2_all";
  private static final Turning TURN = new Turning("t_IB", COLUMN, true);

  private static double information(double step, double turn) {
    return 2 + 6 * Shapes.rise(step, turn / 8) - 3 * Shapes.rise(step, 8 * turn);
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 500, 4000})
  void aPlantedTurnIsFoundUnderNoise(double turn) {
    SplittableRandom random = new SplittableRandom(2);
    long[] steps = Shapes.logSpaced(100, 100_000);
    Curve truth = Shapes.curve(steps, s -> information(s, turn));
    for (int trial = 0; trial < 50; trial++) {
      RunTime found = TURN.of(Shapes.run(COLUMN, Shapes.noisy(truth, 0.05, 0, random)));
      assertThat(found.step()).isPresent();
      assertThat(Math.log10(found.step().getAsDouble() / turn)).isBetween(-0.5, 0.5);
    }
  }

  @Test
  void withoutNoiseTheTurnIsThatOfTheCurve() {
    long[] steps = Shapes.logSpaced(200, 100_000);
    Curve truth = Shapes.curve(steps, s -> 4 + 3 * Shapes.bump(s, 700, 0.4));
    RunTime found = TURN.of(Shapes.run(COLUMN, truth));
    assertThat(found.step().orElseThrow()).isBetween(660.0, 740.0);
    assertThat(found.reason()).isEmpty();
  }

  @Test
  void aValleyIsAPeakUpsideDown() {
    long[] steps = Shapes.logSpaced(200, 100_000);
    Curve truth = Shapes.curve(steps, s -> 4 - 3 * Shapes.bump(s, 700, 0.4));
    RunTime valley = new Turning("t_LC rise", COLUMN, false).of(Shapes.run(COLUMN, truth));
    assertThat(valley.step().orElseThrow()).isBetween(660.0, 740.0);
    assertThat(TURN.of(Shapes.run(COLUMN, truth)).reason())
        .isEqualTo("still rising or level at the end");
  }

  @Test
  void informationThatOnlyFallsHasNoTurnAndThatCannotCome() {
    Curve falling = Shapes.curve(Shapes.logSpaced(60, 3000), s -> 5 - Math.log10(1 + s));
    RunTime found = TURN.of(Shapes.run(COLUMN, falling));
    assertThat(found.known()).isFalse();
    assertThat(found.reason()).isEqualTo("falls from the first measurement on");
  }

  @Test
  void aHigherStartIsNoted() {
    Curve curve =
        Shapes.curve(
            Shapes.logSpaced(120, 100_000),
            s -> 9 * Math.exp(-s / 5) + 3 * Shapes.bump(s, 1000, 0.4));
    RunTime found = TURN.of(Shapes.run(COLUMN, curve));
    assertThat(found.step().orElseThrow()).isBetween(900.0, 1100.0);
    assertThat(found.reason()).isEqualTo("higher still at step 0");
  }

  @Test
  void aPeakAtTheCeilingSaysNothing() {
    long[] steps = Shapes.logSpaced(120, 100_000);
    Map<String, Curve> curves = new HashMap<>();
    curves.put(COLUMN, Shapes.curve(steps, s -> 2 + 8 * Shapes.bump(s, 1000, 0.4)));
    curves.put(
        "mi.layer1.saturated_x_t_width_7e-2_all",
        Shapes.curve(steps, s -> Shapes.bump(s, 1000, 0.4) > 0.9 ? 1 : 0));
    RunTime found = TURN.of(Shapes.run(0, curves));
    assertThat(found.known()).isFalse();
    assertThat(found.reason()).startsWith("within 2 % of its ceiling");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void compressionIsSeldomFoundInFlatOrRisingNoise(double correlation) {
    SplittableRandom random = new SplittableRandom(8);
    int trials = 2000;
    int found = 0;
    for (int trial = 0; trial < trials; trial++) {
      double rise = trial % 2 == 0 ? 0 : 4;
      Curve truth =
          Shapes.curve(Shapes.logSpaced(100, 50_000), s -> 5 + rise * Shapes.rise(s, 300));
      Curve noisy = Shapes.noisy(truth, 0.3, correlation, random);
      found += TURN.of(Shapes.run(COLUMN, noisy)).step().isPresent() ? 1 : 0;
    }
    assertThat((double) found / trials).isLessThanOrEqualTo(correlation == 0 ? 0.005 : 0.03);
  }
}
