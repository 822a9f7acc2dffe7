package org.dynlab.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.descent.Adam;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.AddDecayedWeights;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.descent.Descend;
import org.dynlab.optim.descent.Lion;
import org.dynlab.optim.descent.Momentum;
import org.dynlab.optim.descent.NesterovAdam;
import org.dynlab.optim.descent.Recipe;
import org.dynlab.optim.descent.Rmsprop;
import org.dynlab.optim.descent.ScaleByAdam;
import org.dynlab.optim.descent.ScaleByLion;
import org.dynlab.optim.descent.ScaleByMomentum;
import org.dynlab.optim.descent.ScaleByNesterovAdam;
import org.dynlab.optim.descent.ScaleByRootMeanSquare;
import org.dynlab.optim.descent.Sgd;
import org.dynlab.optim.gradient.ClipByGlobalNorm;
import org.dynlab.optim.gradient.ClipByValue;
import org.dynlab.optim.gradient.EqualisedGradient;
import org.dynlab.optim.gradient.EqualisedGradient.Form;
import org.dynlab.optim.gradient.FixedNorm;
import org.dynlab.optim.gradient.GrokfastEma;
import org.dynlab.optim.gradient.GrokfastMa;
import org.dynlab.optim.gradient.Muon;
import org.dynlab.optim.gradient.NormaliseGradient;
import org.dynlab.optim.gradient.NormaliseGradient.Length;
import org.dynlab.optim.gradient.OrthogonalGradient;
import org.dynlab.optim.gradient.OrthogonaliseUpdate;
import org.dynlab.optim.langevin.LangevinExamples;
import org.dynlab.optim.linesearch.Lbfgs;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Cosine;
import org.dynlab.optim.schedule.WarmUp;
import org.dynlab.optim.wand.WandAdamW;
import org.dynlab.optim.wand.Wands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the catalogue must keep. */
class RuleContractTest {
  private static final int STEPS = 12;

  private static final Constant RATE = new Constant(0.05);

  private static final Muon MUON =
      new Muon(
          new Constant(0.02),
          0.1,
          0.95,
          true,
          5,
          List.of("layer2.W"),
          new AdamW(new Constant(3e-4), 0.1, 0.9, 0.95, 1e-10, DecayOn.ALL));

  static List<UpdateRule> rules() {
    return Stream.of(descentRules(), filters(), chains(), LangevinExamples.rules(), wands())
        .flatMap(List::stream)
        .toList();
  }

  private static List<UpdateRule> descentRules() {
    return List.of(
        new Sgd(RATE, 0.1, DecayOn.WEIGHTS),
        new Momentum(RATE, 0.9, true, 0.1, DecayOn.ALL),
        new Momentum(new WarmUp(0.1, 5), 0.9, false, 0, DecayOn.ALL),
        new Adam(RATE, 0.9, 0.999, 1e-8, 0.1, DecayOn.ALL),
        new AdamW(new Cosine(0.1, 3, 10, 0.01), 1, 0.9, 0.98, 1e-8, DecayOn.ALL),
        new AdamW(RATE, 1, 0.9, 0.98, 1e-8, DecayOn.WEIGHTS),
        new ScaleByAdam(0.9, 0.999, 1e-8),
        new AddDecayedWeights(0.1, DecayOn.WEIGHTS),
        new ScaleByMomentum(0.9, false),
        new Descend(RATE),
        new NesterovAdam(RATE, 0.9, 0.999, 1e-8, 0.004, 0.1, DecayOn.ALL),
        new Rmsprop(RATE, 0.9, 1e-8, 0.5, true, 0.1, DecayOn.WEIGHTS),
        new Rmsprop(RATE, 0.9, 1e-8, 0, false, 0, DecayOn.ALL),
        new Lion(RATE, 0.1, 0.9, 0.99, DecayOn.WEIGHTS),
        new ScaleByNesterovAdam(0.9, 0.999, 1e-8, 0.004),
        new ScaleByRootMeanSquare(0.9, 1e-8, true),
        new ScaleByLion(0.9, 0.99));
  }

  private static List<UpdateRule> filters() {
    return List.of(
        new ClipByGlobalNorm(0.5),
        new ClipByValue(0.01),
        new FixedNorm(Optional.empty()),
        new FixedNorm(Optional.of(2.0)),
        new GrokfastMa(3, 5, false),
        new GrokfastMa(100, 5, true),
        new GrokfastEma(0.98, 2),
        new OrthogonalGradient(),
        new EqualisedGradient(Form.SVD, 1e-6),
        new EqualisedGradient(Form.COLUMNS, 1e-2),
        new NormaliseGradient(Length.RMS),
        new OrthogonaliseUpdate(5),
        MUON,
        new Lbfgs(new Constant(1), 3, 1e-4, 0.9, 25, 1e-7, 1e-9));
  }

  private static List<UpdateRule> wands() {
    return List.of(
        Wands.published(),
        Wands.of(0.01, 0, 1, 10, Wands.NO_HISTOGRAM),
        Wands.withLimits(Wands.published(), Optional.of(-12.0), Optional.of(0.1)),
        new WandAdamW(
            Wands.published(), new AdamW(RATE, 1, 0.9, 0.98, 1e-8, DecayOn.ALL), 0.1, false));
  }

  private static List<UpdateRule> chains() {
    return List.of(
        Chain.of(
            new OrthogonalGradient(),
            new GrokfastEma(0.98, 2),
            new GrokfastEma(0.98, 2),
            new NesterovAdam(RATE, 0.9, 0.999, 1e-8, 0.004, 0, DecayOn.ALL)),
        Chain.of(
            new ClipByGlobalNorm(0.5),
            new AdamW(RATE, 1, 0.9, 0.98, 1e-8, DecayOn.ALL),
            new FixedNorm(Optional.empty())));
  }

  private static Stream<Chain> recipes() {
    return rules().stream().filter(Recipe.class::isInstance).map(rule -> ((Recipe) rule).chain());
  }

  @Test
  void everyKindOfTheCatalogueIsAmongTheRulesTestedHere() {
    assertThat(OptimizerCatalogue.catalogue().kinds())
        .allSatisfy(
            kind ->
                assertThat(rules())
                    .hasAtLeastOneElementOfType(
                        OptimizerCatalogue.catalogue().find(kind).orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aNewStateStartsFromZeroButForVelocitiesAndOwnsItsArrays(UpdateRule rule) {
    double[][] gradients = Trajectory.gradients(STEPS);
    double[][] first = Trajectory.follow(rule, Trajectory.start(), gradients);
    double[][] second = Trajectory.follow(rule, Trajectory.start(), gradients);
    assertThat(second).isDeepEqualTo(first);
    assertThat(Trajectory.begin(rule).slots())
        .filteredOn(slot -> !slot.name().endsWith(".velocity"))
        .allSatisfy(slot -> assertThat(slot.values()).containsOnly(0.0));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void slotsAreAllThereIsToResumeFrom(UpdateRule rule) {
    double[][] gradients = Trajectory.gradients(STEPS);
    RuleState whole = Trajectory.begin(rule);
    double[][] expected = Trajectory.follow(whole, Trajectory.start(), gradients, 1);
    RuleState before = Trajectory.begin(rule);
    double[][] head = Arrays.copyOf(gradients, 5);
    double[][] tail = Arrays.copyOfRange(gradients, 5, STEPS);
    double[][] stopped = Trajectory.follow(before, Trajectory.start(), head, 1);
    RuleState after = Trajectory.begin(rule);
    restore(before.slots(), after.slots());
    double[][] resumed = Trajectory.follow(after, stopped[4], tail, 6);
    assertThat(resumed).isDeepEqualTo(Arrays.copyOfRange(expected, 5, STEPS));
  }

  private static void restore(List<Slot> from, List<Slot> to) {
    assertThat(to).extracting(Slot::name).isEqualTo(from.stream().map(Slot::name).toList());
    for (int k = 0; k < from.size(); k++) {
      double[] values = from.get(k).values();
      System.arraycopy(values, 0, to.get(k).values(), 0, values.length);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theParametersAreReadOnly(UpdateRule rule) {
    double[] parameters = Trajectory.start();
    Trajectory.begin(rule).rewrite(Trajectory.gradients(1)[0], new Trajectory.Step(1, parameters));
    assertThat(parameters).isEqualTo(Trajectory.start());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void slotNamesAreDistinct(UpdateRule rule) {
    assertThat(Trajectory.begin(rule).slots()).extracting(Slot::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void chainingIsAssociative(Chain chain) {
    List<UpdateRule> links = chain.links();
    UpdateRule head = Chain.of(Chain.of(links.get(0)), new Chain(links.subList(1, links.size())));
    int last = links.size() - 1;
    UpdateRule tail = Chain.of(new Chain(links.subList(0, last)), links.get(last), Chain.of());
    double[][] expected = Trajectory.follow(chain, Trajectory.start(), Trajectory.gradients(STEPS));
    assertThat(Trajectory.follow(head, Trajectory.start(), Trajectory.gradients(STEPS)))
        .isDeepEqualTo(expected);
    assertThat(Trajectory.follow(tail, Trajectory.start(), Trajectory.gradients(STEPS)))
        .isDeepEqualTo(expected);
  }

  @Test
  void theEmptyChainChangesNothing() {
    double[] update = Trajectory.gradients(1)[0];
    RuleState state = Trajectory.begin(Chain.of());
    state.rewrite(update, new Trajectory.Step(1, Trajectory.start()));
    assertThat(update).isEqualTo(Trajectory.gradients(1)[0]);
    assertThat(state.slots()).isEmpty();
  }
}
