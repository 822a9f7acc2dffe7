package org.dynlab.analysis.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

/** Mobility, likeness of replicas, cooling. */
class MotionTest {

  private static Run run(int seed, Map<String, Curve> curves) {
    return Samples.run(seed, seed, Map.of(), RunState.COMPLETED, "", curves);
  }

  @Test
  void exponentsOfPowerLawsAreTheirs() {
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      double scale = 1 + seed;
      runs.add(
          run(
              seed,
              Map.of(
                  "movement.all.distance",
                      Samples.curve(1000, 1, s -> scale * Math.sqrt((double) s)),
                  "movement.all.path", Samples.curve(1000, 1, s -> scale * s),
                  "movement.all.update", Samples.curve(1000, 1, s -> scale / Math.max(1, s)))));
    }
    runs.add(run(6, Map.of("train.loss", Samples.curve(10, 1, s -> 1))));
    Mobility found = Mobility.of(new Arm(Map.of(), runs));
    assertThat(found.decades()).extracting(Mobility.Decade::from).containsExactly(1L, 10L, 100L);
    for (Mobility.Decade decade : found.decades()) {
      assertThat(decade.displacement().median()).isCloseTo(1, within(1e-9));
      assertThat(decade.update().median()).isCloseTo(-1, within(1e-9));
      assertThat(decade.straightness().median())
          .isCloseTo(1 / Math.sqrt((double) decade.to()), within(1e-9));
      assertThat(decade.displacement().runs()).isEqualTo(6);
    }
    assertThat(found.leftOut().get(0).reason()).isEqualTo("movement.all.distance was not measured");
  }

  @Test
  void aSharedTrendMakesLevelsAlikeAndChangesNot() {
    SplittableRandom random = new SplittableRandom(3);
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      Curve curve =
          Samples.curve(200, 1, s -> s / 10.0 + (1 + (s == 120 ? 40 : 0)) * random.nextGaussian());
      runs.add(run(seed, Map.of("a", curve)));
    }
    Replicas found = Replicas.of(new Arm(Map.of(), runs), "a");
    assertThat(found.runs()).isEqualTo(8);
    assertThat(found.steps()).isEqualTo(201);
    assertThat(found.levels().mean()).isGreaterThan(0.5);
    assertThat(found.levels().pairs()).isEqualTo(28);
    assertThat(found.changes().mean()).isBetween(-0.1, 0.1);
    assertThat(found.changes().low()).isLessThan(0);
    assertThat(found.changes().high()).isGreaterThan(0);
    assertThat(found.widest()).isEqualTo(120);
    assertThat(found.deviation()).isGreaterThan(10);
  }

  @Test
  void stepsThatNotAllReplicasHaveAreNotCompared() {
    Run every = run(0, Map.of("a", Samples.curve(20, 1, s -> s)));
    Run second = run(1, Map.of("a", Samples.curve(20, 2, s -> 3 * s)));
    Replicas found = Replicas.of(new Arm(Map.of(), List.of(every, second)), "a");
    assertThat(found.steps()).isEqualTo(11);
    assertThat(found.levels().mean()).isCloseTo(1, within(1e-12));
    assertThat(found.levels().low()).isNaN();
    assertThat(found.changes().pairs()).isZero();
  }

  @Test
  void slowerCoolingIsTold() {
    List<Cooling> found = Cooling.of(Samples.doses("1", "10", "100", "1000"), "train.loss");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).setting()).isEqualTo("tau");
    assertThat(found.get(0).levels()).extracting(Cooling.Level::setting).contains(1.0, 1000.0);
    assertThat(found.get(0).trend().value()).isNaN();
    Cooling accuracy = Cooling.of(Samples.doses("1", "10", "5000"), "eval.accuracy").get(0);
    assertThat(accuracy.levels().get(2).end().median()).isCloseTo(0.3699, within(1e-4));
    assertThat(accuracy.trend().n()).isEqualTo(9);
    assertThat(accuracy.trend().value()).isCloseTo(-0.8660254, within(1e-6));
    assertThat(Cooling.of(Samples.grokking(3), "eval.accuracy")).isEmpty();
  }
}
