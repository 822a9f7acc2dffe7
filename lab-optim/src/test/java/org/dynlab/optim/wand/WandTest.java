package org.dynlab.optim.wand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.optim.schedule.Linear;
import org.dynlab.store.Caveat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WandTest {
  private static final SeedTree SEEDS = new SeedTree(31);
  private static final Optional<Double> NONE = Optional.empty();

  private static Stream<Wand> variants() {
    Wand published = Wands.published();
    WangLandau coarse = new WangLandau(300, 3, 0.1, 2.5, 3, -3, 4);
    return Stream.of(
        published,
        Wands.of(0.01, 0, 0.3, 50, Wands.HISTOGRAM),
        Wands.of(0.01, 2, 1, 0, coarse),
        Wands.of(0.01, 1, 0.2, 20, Wands.NO_HISTOGRAM),
        Wands.withLimits(Wands.of(0.01, 0.1, 0.5, 20, coarse), Optional.of(-8.5), NONE),
        Wands.withLimits(published, NONE, Optional.of(0.5)),
        Wands.ofLoss(published, Energy.FULL_BATCH),
        Wands.cooled(published, new Linear(5, 0.1, 40), new LogLossCooling(1.4, 30)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theUpdateIsThatOfTheAlgorithmWordByWord(Wand rule) {
    int size = 9;
    SlowWand slow = new SlowWand(rule, size, SEEDS);
    RuleState state = rule.begin(Wands.layout(size), SEEDS);
    var random = SEEDS.stream("gradients");
    for (int t = 1; t <= 60; t++) {
      double loss = Math.exp(random.uniform(-9, 4.2));
      double[] gradient = new double[size];
      Arrays.setAll(gradient, i -> random.gaussian() * loss);
      double[] expected = slow.step(loss, gradient);
      state.rewrite(gradient, new Wands.Step(t, loss));
      for (int i = 0; i < size; i++) {
        assertThat(gradient[i])
            .isCloseTo(expected[i], within(1e-11 * (1e-3 + Math.abs(expected[i]))));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1})
  void withoutAForceTheVelocitiesStayAtTheTemperature(double friction) {
    int size = 100_000;
    double temperature = 0.7;
    Wand rule = Wands.of(3e-3, temperature, friction, 3e4, Wands.HISTOGRAM);
    RuleState state = rule.begin(Wands.layout(size), SEEDS);
    double[] velocity = state.slots().get(0).values();
    for (int t = 0; t <= 200; t++) {
      if (t % 50 == 0) {
        double square = Arrays.stream(velocity).map(v -> v * v).average().orElseThrow();
        assertThat(square).isCloseTo(temperature, within(0.03 * temperature));
      }
      state.rewrite(new double[size], new Wands.Step(t + 1L, 1));
    }
  }

  @Test
  void belowTheTargetNothingPushesUnlessTheHistogramDoes() {
    Wand rule = Wands.of(3e-3, 0, 0.5, 3e4, Wands.NO_HISTOGRAM);
    double[] update = {1, -2, 3};
    rule.begin(Wands.layout(3), SEEDS).rewrite(update, new Wands.Step(1, Math.exp(-8.001)));
    assertThat(update).containsOnly(0.0);
  }

  @Test
  void aWallPushesUpBelowItByTheMirroredBias() {
    Wand rule = Wands.of(1, 0, 1, 10, Wands.NO_HISTOGRAM);
    Wand walled = Wands.withLimits(rule, Optional.of(-12.0), NONE);
    assertThat(walled.biasSlope(-13, 1)).isEqualTo(-20);
    assertThat(walled.biasSlope(-10, 1)).isZero();
    assertThat(walled.biasSlope(-7, 1)).isEqualTo(20);
    assertThat(rule.biasSlope(-13, 1)).isZero();
    double[] update = {2};
    double loss = Math.exp(-13);
    walled.begin(Wands.layout(1), SEEDS).rewrite(update, new Wands.Step(1, loss));
    assertThat(update[0]).isCloseTo(20 * 2 / loss, within(1e-6));
  }

  @Test
  void theCapBoundsTheRootMeanSquareOfTheKick() {
    Wand rule = Wands.of(1, 0, 1, 3e4, Wands.NO_HISTOGRAM);
    Wand capped = Wands.withLimits(rule, NONE, Optional.of(2.0));
    double[] update = {3, -4};
    capped.begin(Wands.layout(2), SEEDS).rewrite(update, new Wands.Step(1, 1));
    double length = 2 * Math.sqrt(2) / 5;
    assertThat(update).containsExactly(new double[] {-3 * length, 4 * length}, within(1e-12));
    double[] huge = {3e200, -4e200};
    capped.begin(Wands.layout(2), SEEDS).rewrite(huge, new Wands.Step(1, 1));
    assertThat(huge).containsExactly(update, within(1e-12));
    double[] small = {3e-9, -4e-9};
    double[] free = small.clone();
    capped.begin(Wands.layout(2), SEEDS).rewrite(small, new Wands.Step(1, 1));
    rule.begin(Wands.layout(2), SEEDS).rewrite(free, new Wands.Step(1, 1));
    assertThat(small).isEqualTo(free);
  }

  @Test
  void theForceOfTheLossItselfFadesWithIt() {
    Wand rule = Wands.of(1, 0, 1, 1, Wands.NO_HISTOGRAM);
    for (double loss : new double[] {2, 1e-3}) {
      double slope = 2 * (Math.log(loss) + 8);
      double[] ofLog = {loss};
      rule.begin(Wands.layout(1), SEEDS).rewrite(ofLog, new Wands.Step(1, loss));
      double[] ofLoss = {loss};
      Wands.ofLoss(rule, Energy.FULL_BATCH)
          .begin(Wands.layout(1), SEEDS)
          .rewrite(ofLoss, new Wands.Step(1, loss));
      assertThat(ofLog[0]).isCloseTo(-slope, within(1e-12));
      assertThat(ofLoss[0]).isCloseTo(-slope * loss, within(1e-12));
    }
  }

  @Test
  void theTargetCoolsInAStraightLine() {
    Wand rule = Wands.withCooling(Wands.published(), -8, Optional.of(new LogLossCooling(0, 1000)));
    assertThat(rule.target(1)).isZero();
    assertThat(rule.target(251)).isEqualTo(-2);
    assertThat(rule.target(1001)).isEqualTo(-8);
    assertThat(rule.target(5000)).isEqualTo(-8);
    assertThat(Wands.published().target(1)).isEqualTo(-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-14, 1e-300})
  void aLossOfZeroFreezesTheForceAndStaysFinite(double loss) {
    Wand walled = Wands.withLimits(Wands.published(), Optional.of(-12.0), NONE);
    RuleState state = walled.begin(Wands.layout(3), SEEDS);
    RuleState free = walled.begin(Wands.layout(3), SEEDS);
    double[] update = {1, -1, 0};
    double[] unpushed = new double[3];
    state.rewrite(update, new Wands.Step(1, loss));
    free.rewrite(unpushed, new Wands.Step(1, loss));
    assertThat(update).isEqualTo(unpushed).doesNotContain(Double.NaN);
    assertThat(state.slots().get(1).values()).containsOnly(0.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aLossThatIsNotFiniteIsNeverSilent(double loss) {
    for (Wand rule : variants().toList()) {
      double[] update = {1, -1, 0.5};
      rule.begin(Wands.layout(3), SEEDS).rewrite(update, new Wands.Step(1, loss));
      assertThat(Arrays.stream(update).noneMatch(Double::isFinite)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aGradientThatIsNotFiniteIsNeverSilent(double entry) {
    for (Wand rule : variants().toList()) {
      double[] update = {1, entry, 0.5};
      rule.begin(Wands.layout(3), SEEDS).rewrite(update, new Wands.Step(1, 1));
      assertThat(Double.isFinite(update[1])).isFalse();
    }
  }

  @Test
  void velocitiesOfAColdRunWithoutForceEndAtZeroAndNotInSubnormals() {
    Wand rule = Wands.of(3e-3, 0, 0.1, 0, Wands.NO_HISTOGRAM);
    RuleState state = rule.begin(Wands.layout(1), SEEDS);
    double[] velocity = state.slots().get(0).values();
    velocity[0] = 1;
    for (int t = 1; t <= 20_000; t++) {
      state.rewrite(new double[1], new Wands.Step(t, 1));
      assertThat(velocity[0] == 0 || velocity[0] >= Double.MIN_NORMAL).isTrue();
    }
    assertThat(velocity[0]).isLessThan(1e-300);
  }

  @Test
  void fullBatchesAreAskedForUnlessTheEnergyIsThatOfTheBatch() {
    assertThat(Wands.published().needs().fullBatch())
        .get()
        .asString()
        .contains("energy: minibatch");
    var needs = Wands.ofLoss(Wands.published(), Energy.MINIBATCH).needs();
    assertThat(needs.fullBatch()).isEmpty();
    assertThat(needs.caveats()).extracting(Caveat::name).containsExactly("minibatchEnergy");
  }
}
