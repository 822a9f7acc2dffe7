package org.dynlab.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Cosine;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLawsTest {
  private static final int STEPS = 30;
  private static final Constant RATE = new Constant(0.05);

  private static final ParameterLayout BIASES =
      new ParameterLayout(List.of(new ParameterBlock("layer1.b", Role.BIAS, 0, 1, 3)));

  private static double[][] follow(UpdateRule rule) {
    return Trajectory.follow(rule, Trajectory.start(), Trajectory.gradients(STEPS));
  }

  private static Stream<UpdateRule> decaying(double decay) {
    return Stream.of(DecayOn.values())
        .flatMap(
            on ->
                Stream.of(
                    new Sgd(RATE, decay, on),
                    new Momentum(RATE, 0.9, true, decay, on),
                    new Adam(RATE, 0.9, 0.98, 1e-8, decay, on),
                    new AdamW(RATE, decay, 0.9, 0.98, 1e-8, on),
                    new NesterovAdam(RATE, 0.9, 0.98, 1e-8, 0.004, decay, on),
                    new Rmsprop(RATE, 0.9, 1e-8, 0.5, false, decay, on),
                    new Lion(RATE, decay, 0.9, 0.99, on)));
  }

  private static Stream<UpdateRule> decaying() {
    return decaying(0.3);
  }

  private static Stream<UpdateRule> notDecaying() {
    return decaying(0);
  }

  private static boolean decaysAll(UpdateRule rule) {
    return rule.toString().contains("decayOn=ALL");
  }

  @ParameterizedTest
  @MethodSource("decaying")
  void everyNamedOptimizerDecaysTheBlocksItIsTold(UpdateRule rule) {
    double[] still = new double[Trajectory.LAYOUT.size()];
    double[] update = still.clone();
    Trajectory.begin(rule)
        .rewrite(update, new Trajectory.Step(1, new double[] {1, 2, 3, 4, 5, 6, 7}));
    for (int i = 0; i < update.length; i++) {
      boolean bias = i == 4 || i == 5;
      assertThat(update[i] < 0).isEqualTo(!bias || decaysAll(rule));
    }
  }

  @ParameterizedTest
  @MethodSource("decaying")
  void decayOfWeightsIsRefusedWhereThereAreNone(UpdateRule rule) {
    if (decaysAll(rule)) {
      assertThat(rule.begin(BIASES, Trajectory.SEEDS)).isNotNull();
    } else {
      assertThatThrownBy(() -> rule.begin(BIASES, Trajectory.SEEDS))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "optimizer: must find weight matrices to decay, got [layer1.b]"
                  + " (decayOn: all, or weightDecay: 0)");
    }
  }

  @ParameterizedTest
  @MethodSource("notDecaying")
  void withoutDecayItsTargetDoesNotMatter(UpdateRule rule) {
    assertThat(rule.begin(BIASES, Trajectory.SEEDS)).isNotNull();
  }

  private static Stream<AdamW> adamws() {
    Schedule cosine = new Cosine(0.1, 3, 20, 0.01);
    return Stream.of(0.0, 1.0, 5.0)
        .flatMap(
            decay ->
                Stream.of(DecayOn.values())
                    .map(on -> new AdamW(cosine, decay, 0.9, 0.98, 1e-8, on)));
  }

  @ParameterizedTest
  @MethodSource("adamws")
  void onePassGivesTheSameBitsAsTheChain(AdamW rule) {
    assertThat(follow(rule)).isDeepEqualTo(follow(rule.chain()));
    List<Slot> slots = Trajectory.begin(rule).slots();
    assertThat(slots)
        .extracting(Slot::name)
        .isEqualTo(Trajectory.begin(rule.chain()).slots().stream().map(Slot::name).toList());
  }

  @ParameterizedTest
  @EnumSource(DecayOn.class)
  void decayReachesBiasesOnlyWhenAsked(DecayOn on) {
    double[] update = new double[Trajectory.LAYOUT.size()];
    double[] parameters = {1, 2, 3, 4, 5, 6, 7};
    Trajectory.begin(new AddDecayedWeights(0.5, on))
        .rewrite(update, new Trajectory.Step(1, parameters));
    boolean all = on == DecayOn.ALL;
    assertThat(update).containsExactly(0.5, 1, 1.5, 2, all ? 2.5 : 0, all ? 3 : 0, 3.5);
  }

  @Test
  void noDecayLeavesTheUpdateAloneEvenWhereParametersHaveOverflowed() {
    double[] update = Trajectory.gradients(1)[0];
    double[] parameters = Trajectory.start();
    parameters[0] = Double.POSITIVE_INFINITY;
    Trajectory.begin(new AddDecayedWeights(0, DecayOn.ALL))
        .rewrite(update, new Trajectory.Step(1, parameters));
    assertThat(update).isEqualTo(Trajectory.gradients(1)[0]);
  }

  @Test
  void withoutGradientAdamWShrinksParametersGeometrically() {
    double[][] none = new double[STEPS][Trajectory.LAYOUT.size()];
    UpdateRule rule = new AdamW(new Constant(0.01), 5, 0.9, 0.98, 1e-8, DecayOn.ALL);
    double[] last = Trajectory.follow(rule, Trajectory.start(), none)[STEPS - 1];
    for (int i = 0; i < last.length; i++) {
      assertThat(last[i]).isCloseTo(Trajectory.start()[i] * Math.pow(0.95, STEPS), within(1e-15));
    }
  }

  @Test
  void aRateThatFallsToZeroStopsTheParameters() {
    double[][] path = follow(new AdamW(new Cosine(0.1, 0, 10, 0), 1, 0.9, 0.98, 1e-8, DecayOn.ALL));
    assertThat(path[9]).isNotEqualTo(path[8]);
    assertThat(path[STEPS - 1]).isEqualTo(path[9]);
  }

  @Test
  void momentumZeroIsPlainDescent() {
    assertThat(follow(new Momentum(RATE, 0, false, 0.1, DecayOn.ALL)))
        .isDeepEqualTo(follow(new Sgd(RATE, 0.1, DecayOn.ALL)));
  }

  @Test
  void coupledAndDecoupledDecayAgreeOnlyWithoutDecay() {
    assertThat(follow(new Adam(RATE, 0.9, 0.98, 1e-8, 0, DecayOn.ALL)))
        .isDeepEqualTo(follow(new AdamW(RATE, 0, 0.9, 0.98, 1e-8, DecayOn.ALL)));
    assertThat(follow(new Adam(RATE, 0.9, 0.98, 1e-8, 0.1, DecayOn.ALL))[0])
        .isNotEqualTo(follow(new AdamW(RATE, 0.1, 0.9, 0.98, 1e-8, DecayOn.ALL))[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e3})
  void adamsDirectionDoesNotDependOnTheScaleOfTheLoss(double scale) {
    double[][] gradients = Trajectory.gradients(STEPS);
    double[][] scaled = Trajectory.gradients(STEPS);
    for (double[] row : scaled) {
      Arrays.setAll(row, i -> row[i] * scale);
    }
    UpdateRule rule = new ScaleByAdam(0.9, 0.98, 1e-300);
    double[] expected = Trajectory.follow(rule, Trajectory.start(), gradients)[STEPS - 1];
    assertThat(Trajectory.follow(rule, Trajectory.start(), scaled)[STEPS - 1])
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void lionMovesEveryParameterByTheRateInTheDirectionOfTheMix() {
    UpdateRule lion = new Lion(RATE, 0, 0.9, 0.99, DecayOn.ALL);
    double[][] path = follow(lion);
    for (int t = 1; t < STEPS; t++) {
      for (int i = 0; i < path[t].length; i++) {
        assertThat(Math.abs(path[t][i] - path[t - 1][i])).isCloseTo(0.05, within(1e-12));
      }
    }
  }

  @Test
  void centredRmspropSurvivesAGradientWithoutVariance() {
    double[][] same = new double[200][Trajectory.LAYOUT.size()];
    for (double[] row : same) {
      Arrays.fill(row, 0.1);
    }
    UpdateRule rule = new ScaleByRootMeanSquare(0.1, 1e-8, true);
    assertThat(Trajectory.follow(rule, Trajectory.start(), same)[199]).doesNotContain(Double.NaN);
  }

  @Test
  void theFirstStepOfAdamIsTheSignOfTheGradient() {
    double[] update = {3, -2, 1e-3, -1e-4, 0, 5, -7};
    Trajectory.begin(new ScaleByAdam(0.9, 0.999, 1e-12))
        .rewrite(update, new Trajectory.Step(1, Trajectory.start()));
    assertThat(update).containsExactly(new double[] {1, -1, 1, -1, 0, 1, -1}, within(1e-7));
  }

  @Test
  void averagesOfAVanishedGradientNeverBecomeSubnormal() {
    double[][] gradients = new double[40_000][Trajectory.LAYOUT.size()];
    gradients[0] = new double[] {1, -1, 1e-5, 2, -3, 1e-9, 4};
    for (UpdateRule rule :
        List.of(
            new ScaleByAdam(0.9, 0.98, 1e-8),
            new ScaleByMomentum(0.9, false),
            new ScaleByMomentum(0.9, true),
            new ScaleByNesterovAdam(0.9, 0.98, 1e-8, 0.004),
            new ScaleByRootMeanSquare(0.9, 1e-8, false),
            new ScaleByRootMeanSquare(0.9, 1e-8, true),
            new ScaleByLion(0.9, 0.98),
            new AdamW(RATE, 1, 0.9, 0.98, 1e-8, DecayOn.ALL))) {
      var state = Trajectory.begin(rule);
      Trajectory.follow(state, Trajectory.start(), gradients, 1);
      assertThat(state.slots())
          .flatExtracting(slot -> Arrays.stream(slot.values()).map(Math::abs).boxed().toList())
          .allMatch(size -> size == 0 || size == 1 || (size >= Double.MIN_NORMAL && size < 1e-300));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 0.1, 1e-270, -1e-270, 1e300, 0x1p-906})
  void flushingLeavesOrdinaryNumbersAlone(double x) {
    assertThat(Subnormals.flush(x)).isEqualTo(x);
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.9e-324, -4.9e-324, 1e-310, 1e-306, -1e-306, 3e-300, 0x1p-1013})
  void flushingNeverReturnsASubnormal(double x) {
    double flushed = Subnormals.flush(x);
    assertThat(flushed == 0 || Math.abs(flushed) >= Double.MIN_NORMAL).isTrue();
    assertThat(flushed).isCloseTo(x, within(0x1p-1012));
  }
}
