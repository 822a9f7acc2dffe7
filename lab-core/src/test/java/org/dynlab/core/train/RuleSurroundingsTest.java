package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.HeldOut;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.store.Caveat;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What training gives to rules that ask for more than a gradient. */
class RuleSurroundingsTest {
  private static final List<String> OTHER = List.of("otherExamples");
  @TempDir Path folder;

  /** What a rule saw in one step. */
  private record Seen(double loss, double promised, double accuracy) {}

  /** Descends by a tenth of the gradient and writes down what it may ask for. */
  private record Curious(Needs needs, List<Seen> seen) implements UpdateRule {
    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      return this::descend;
    }

    private void descend(double[] update, StepInput step) {
      double[] point = step.parameters().clone();
      for (int i = 0; i < update.length; i++) {
        update[i] *= -0.1;
        point[i] += update[i];
      }
      double[] there = new double[point.length];
      double promised = needs.otherPoints() ? step.lossAt(point, there) : Double.NaN;
      double accuracy = needs.heldOut().isPresent() ? step.heldOutAccuracy() : Double.NaN;
      seen.add(new Seen(step.loss(), promised, accuracy));
    }
  }

  private List<Seen> run(Needs needs, Workbench bench) {
    List<Seen> seen = new ArrayList<>();
    Ending ending = bench.withRule(new Curious(needs, seen)).run(folder.resolve("run"));
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    return seen;
  }

  @Test
  void theLossElsewhereIsTheLossOfTheNextStepThere() {
    List<Seen> seen = run(Needs.NOTHING.withOtherPoints(), Workbench.standard());
    for (int t = 1; t < seen.size(); t++) {
      assertThat(seen.get(t).loss()).isCloseTo(seen.get(t - 1).promised(), within(1e-6));
    }
  }

  @Test
  void lookingElsewhereChangesNothing() {
    List<Seen> looking = run(Needs.NOTHING.withOtherPoints(), Workbench.standard());
    List<Seen> seen = new ArrayList<>();
    Workbench.standard().withRule(new Curious(Needs.NOTHING, seen)).run(folder.resolve("other"));
    assertThat(seen.stream().map(Seen::loss)).isEqualTo(looking.stream().map(Seen::loss).toList());
  }

  @Test
  void aHeldOutSliceIsNoLongerTrainedOn() {
    List<Seen> with = run(Needs.NOTHING.withHeldOut(HeldOut.ofTraining(0.5)), Workbench.standard());
    List<Seen> without = new ArrayList<>();
    Workbench.standard().withRule(new Curious(Needs.NOTHING, without)).run(folder.resolve("all"));
    assertThat(with.get(0).loss()).isNotEqualTo(without.get(0).loss());
    assertThat(with).allSatisfy(s -> assertThat(s.accuracy() * 10 % 1).isZero());
  }

  @Test
  void theEvalSetCanBeWatchedAndTheManifestSaysSo() {
    Caveat caveat = new Caveat("leaksTest", "watches test answers");
    Needs needs = Needs.NOTHING.withHeldOut(HeldOut.evalSet()).withCaveat(caveat);
    List<Seen> seen = run(needs, Workbench.standard());
    RunDirectory run = RunDirectory.open(folder.resolve("run"));
    assertThat(run.manifest().caveats()).containsExactly(caveat);
    double[] measured = run.metrics().series("eval.accuracy").values();
    double[] watched = seen.stream().mapToDouble(Seen::accuracy).toArray();
    assertThat(watched).isEqualTo(Arrays.copyOf(measured, watched.length));
  }

  @ParameterizedTest
  @CsvSource({"20, false", "1, false", "21, true"})
  void aRuleThatWasToldAnotherNumberOfExamplesIsMarked(long told, boolean marked) {
    run(Needs.NOTHING.withExamples(told), Workbench.standard());
    List<Caveat> caveats = RunDirectory.open(folder.resolve("run")).manifest().caveats();
    assertThat(caveats.stream().map(Caveat::name)).isEqualTo(marked ? OTHER : List.of());
    assertThat(caveats).allSatisfy(c -> assertThat(c.meaning()).contains("21", "20"));
  }

  @Test
  void aSliceThatLeavesNothingToTrainOnIsRefused() {
    assertThatThrownBy(
            () -> run(Needs.NOTHING.withHeldOut(HeldOut.ofTraining(0.99)), Workbench.standard()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must leave training examples when 20 are held out");
  }

  @Test
  void aParameterThatIsNotFiniteEndsTheRunAsDiverged() {
    UpdateRule breaking = (layout, seeds) -> (update, step) -> update[0] = Double.NEGATIVE_INFINITY;
    Ending ending = Workbench.standard().withRule(breaking).run(folder.resolve("run"));
    assertThat(ending.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(ending.steps()).isEqualTo(1);
  }
}
