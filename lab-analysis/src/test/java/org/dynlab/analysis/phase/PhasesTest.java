package org.dynlab.analysis.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.junit.jupiter.api.Test;

class PhasesTest {
  private static final long[] STEPS = Shapes.logSpaced(120, 100_000);
  private static final String FIRST = "mi.layer1.x_t_width_7e-2_all";
  private static final String LAST = "mi.layer5.x_t_width_7e-2_all";

  /** Everything turns at step 1000, times what the seed shifts it; all ends at 20,000. */
  private static Arm planted(int seeds, double compression) {
    List<Run> runs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(11);
    for (int seed = 0; seed < seeds; seed++) {
      double turn = 1000 * Math.exp(random.nextDouble(-0.2, 0.2));
      Map<String, Curve> curves = new LinkedHashMap<>();
      curves.put("train.accuracy", Shapes.curve(STEPS, s -> s >= turn ? 1 : 0.9 * s / turn));
      curves.put(
          "eval.loss",
          Shapes.curve(STEPS, s -> 0.1 + 4 / (1 + s / 20) + 2 * Shapes.bump(s, turn, 0.3)));
      curves.put("eval.accuracy", Shapes.curve(STEPS, s -> 0.1 + 0.9 * Shapes.rise(s, 10 * turn)));
      for (String layer : List.of(FIRST, LAST, LAST + "_unit_rms")) {
        double depth = layer.equals(LAST) ? compression : 0.1;
        Curve truth =
            Shapes.curve(STEPS, s -> s < turn ? 2 + 6 * s / turn : 8 - depth * (1 - turn / s));
        curves.put(layer, Shapes.noisy(truth, 0.02, 0, random));
      }
      curves.put(
          "local_complexity.all_train",
          Shapes.curve(STEPS, s -> 40 / (1 + s / 10) + 30 * Shapes.bump(s, turn, 0.4)));
      runs.add(Shapes.run(seed, curves));
    }
    return new Arm(Map.of("activation", "tanh"), runs);
  }

  private static PhaseTime time(Phases phases, String symbol, String column) {
    return phases.times().stream()
        .filter(t -> t.symbol().equals(symbol) && t.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static Alignment alignment(Phases phases, String name) {
    return phases.alignments().stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void plantedTimesAreRecovered() {
    Phases phases = Phases.of(planted(10, 4));
    for (String[] expected :
        new String[][] {
          {"t_fit", "train.accuracy"},
          {"t_DD", "eval.loss"},
          {"t_IB", LAST},
          {"t_LC", "local_complexity.all_train"}
        }) {
      PhaseTime found = time(phases, expected[0], expected[1]);
      assertThat(found.found()).as(expected[0]).isEqualTo(10);
      assertThat(found.missing()).isEmpty();
      assertThat(found.median().median()).as(expected[0]).isBetween(850.0, 1250.0);
      assertThat(found.median().low()).isBetween(700.0, found.median().median());
    }
    PhaseTime rise = time(phases, "t_LC rise", "local_complexity.all_train");
    assertThat(rise.median().median()).isBetween(50.0, 300.0);
    assertThat(time(phases, "t_end accuracy", "eval.accuracy").median().median())
        .isBetween(20_000.0, 45_000.0);
    assertThat(time(phases, "t_end information", LAST).median().median()).isGreaterThan(20_000);
    assertThat(phases.leftOut()).isEmpty();
  }

  @Test
  void timesThatCoincideAlignAndOthersDoNot() {
    Phases phases = Phases.of(planted(10, 4));
    Alignment both = alignment(phases, "t_DD / t_fit");
    assertThat(both.holds()).isTrue();
    assertThat(both.aligned()).isEqualTo(10);
    assertThat(both.share().low()).isCloseTo(0.7225, within(1e-4));
    assertThat(both.log10().median()).isBetween(-0.1, 0.1);
    Alignment end = alignment(phases, "t_end accuracy / t_fit");
    assertThat(end.holds()).isFalse();
    assertThat(end.log10().median()).isBetween(1.2, 1.7);
    Alignment depth = alignment(phases, "t_IB / t_IB");
    assertThat(depth.above().column()).isEqualTo(FIRST);
    assertThat(depth.below().column()).isEqualTo(LAST);
  }

  @Test
  void compressionStandsOutAgainstTheRescaledControlAndAnotherArm() {
    Phases phases = Phases.of(planted(10, 4));
    Compression last =
        phases.compressions().stream().filter(c -> c.column().equals(LAST)).findFirst().get();
    assertThat(last.turned()).isEqualTo(10);
    assertThat(last.drop().median()).isBetween(3.0, 4.1);
    assertThat(last.share().median()).isBetween(0.38, 0.51);
    Contrast rescaled = phases.contrasts().get(0);
    assertThat(rescaled.paired()).isTrue();
    assertThat(rescaled.difference()).isBetween(0.35, 0.5);
    assertThat(rescaled.low()).isGreaterThan(3);
    Phases control = Phases.of(planted(8, 0));
    Contrast other =
        phases.against(control).stream().filter(c -> c.column().equals(LAST)).findFirst().get();
    assertThat(other.runs()).isEqualTo(10);
    assertThat(other.controls()).isEqualTo(8);
    assertThat(other.low()).isGreaterThan(3);
  }

  /** d = J·mean/s by hand: shares .5, .4, .6 against .1 each; s = .1, ν = 2, J = 4/7. */
  @Test
  void aContrastWorkedByHandComesOut() {
    Compression own = compression("a", 0.5, 0.4, 0.6);
    Contrast paired = Contrast.paired(own, compression("b", 0.1, 0.1, 0.1));
    assertThat(paired.difference()).isCloseTo(0.4, within(1e-12));
    assertThat(paired.effect()).isCloseTo(4 * 4 / 7.0, within(1e-9));
    double d = 16 / 7.0;
    double half = 1.959963984540054 * Math.sqrt(1 / 3.0 + d * d / 6);
    assertThat(paired.low()).isCloseTo(d - half, within(1e-9));
    Contrast unpaired = Contrast.unpaired(own, compression("a", 0.2, 0.1, 0.3), "control");
    assertThat(unpaired.effect()).isCloseTo(3 * (1 - 3 / 15.0), within(1e-9));
    assertThat(Contrast.paired(own, compression("b", 0.4, 0.3, 0.5)).effect()).isNaN();
  }

  private static Compression compression(String column, double... shares) {
    List<RunCompression> runs = new ArrayList<>();
    for (double share : shares) {
      runs.add(new RunCompression("00" + runs.size(), runs.size(), 1, 1 - share, 0, true));
    }
    return new Compression(column, runs, List.of());
  }

  @Test
  void whatIsMissingStandsWithItsReason() {
    Map<String, Curve> curves = new LinkedHashMap<>();
    curves.put("train.loss", Shapes.curve(STEPS, s -> 4 / (1 + s)));
    Run memorised = Shapes.run(0, curves);
    Run failed = Samples.run(1, 1, Map.of(), RunState.FAILED, "out of memory", curves);
    Phases phases = Phases.of(new Arm(Map.of(), List.of(memorised, failed)));
    assertThat(phases.leftOut())
        .containsExactly(new LeftOut("001-abcdef", "failed: out of memory"));
    assertThat(time(phases, "t_fit", "train.accuracy").found()).isEqualTo(1);
    assertThat(time(phases, "t_DD", "eval.loss").missing())
        .containsExactly(new LeftOut("000-abcdef", "eval loss was not measured"));
    assertThat(time(phases, "t_DD", "eval.loss").median().text()).isEqualTo("no run");
    assertThat(alignment(phases, "t_DD / t_fit").leftOut())
        .containsExactly(new LeftOut("000-abcdef", "t_DD: eval loss was not measured"));
  }

  @Test
  void aTimeThatWasNotSeenIsOutOfToleranceOnlyIfTheEndIs() {
    Run run = Shapes.run(0, Map.of());
    PhaseTime early = time("early", RunTime.at(run, 100, 1000));
    PhaseTime unseen = time("unseen", RunTime.later(run, 1000, "not reached"));
    PhaseTime late = time("late", RunTime.at(run, 900, 1000));
    Alignment out = Alignment.of(unseen, early, 0.3);
    assertThat(out.runs()).isEqualTo(1);
    assertThat(out.aligned()).isZero();
    assertThat(out.log10().median()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Alignment.of(early, unseen, 0.3).log10().median())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Alignment.of(unseen, late, 0.3).leftOut())
        .containsExactly(new LeftOut("000-abcdef", "unseen was not watched for long enough"));
    assertThat(Alignment.of(unseen, unseen, 0.3).leftOut()).hasSize(1);
  }

  @Test
  void theLossEndsWhereItStaysLowAndNotWhereItHasRisenAgain() {
    Run settled = Shapes.run("eval.loss", Shapes.curve(STEPS, s -> 0.01 + Math.exp(-s / 1000)));
    double level = 0.01 * Math.pow(101, 0.05);
    double expected = -1000 * Math.log(level - 0.01);
    assertThat(Ending.LOSS.of(settled).step().orElseThrow())
        .isBetween(expected * 0.9, expected * 1.2);
    Run overfitted =
        Shapes.run("eval.loss", Shapes.curve(STEPS, s -> 4 / (1 + s / 20) + s / 50_000));
    RunTime later = Ending.LOSS.of(overfitted);
    assertThat(later.later()).isTrue();
    assertThat(later.reason())
        .isEqualTo("eval loss ends more than a factor 1.1 above its lowest value");
  }

  private static PhaseTime time(String symbol, RunTime run) {
    return new PhaseTime(symbol, "c", "", List.of(run));
  }
}
