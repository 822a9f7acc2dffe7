package org.dynlab.analysis.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.selection.Criterion;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.analysis.hmm.selection.Pooling;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.PlantedRuns.Stay;
import org.dynlab.analysis.latent.forecast.Forecast;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.latent.outcome.StateEffect.Verdict;
import org.dynlab.store.claim.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LatentStudyTest {
  private static final Target TARGET = new Target("eval.accuracy", 0.9, false);

  public static StudySettings settings() {
    ModelSelection.Settings selection =
        new ModelSelection.Settings(
            4,
            3,
            new Start(Covariances.DIAGONAL, 1),
            BaumWelch.STANDARD,
            Criterion.BIC,
            Pooling.BEST,
            7);
    return new StudySettings(
        PlantedRuns.FEATURES,
        Optional.of(TARGET),
        1000,
        selection,
        Importance.CORRECT,
        Optional.empty());
  }

  private static LatentStudy study(Arm arm) {
    return LatentStudy.of(arm, settings(), 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aPlantedDetourIsFound(long seed) {
    LatentStudy study = study(PlantedRuns.withDetour(seed));
    Outcome outcome = study.outcome().orElseThrow();
    assertThat(study.latent().map().shape()).isEqualTo(TrainingMap.Shape.FORKING);
    assertThat(outcome.regression().orElseThrow().rSquared().value()).isGreaterThan(0.95);
    List<StateEffect> detours =
        outcome.effects().stream().filter(e -> e.verdict() == Verdict.DETOUR).toList();
    assertThat(detours).hasSize(1);
    assertThat(detours.get(0).visitors()).isEqualTo(12);
    assertThat(detours.get(0).meetsDefinition()).isTrue();
    assertThat(detours.get(0).delay().interval().low()).isGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aPlantedHarmlessStateIsNotCalledADetour(long seed) {
    Outcome outcome = study(PlantedRuns.withHarmlessState(seed)).outcome().orElseThrow();
    assertThat(outcome.effects()).anyMatch(StateEffect::optional);
    assertThat(outcome.effects()).noneMatch(effect -> effect.verdict() == Verdict.DETOUR);
  }

  @Test
  void aStraightMapHasNoOptionalStates() {
    LatentStudy study = study(PlantedRuns.straight(1));
    assertThat(study.latent().map().shape()).isEqualTo(TrainingMap.Shape.LINEAR);
    assertThat(study.latent().map().orders()).isEqualTo(1);
    assertThat(study.outcome().orElseThrow().effects())
        .allMatch(effect -> effect.verdict() == Verdict.OBLIGATORY);
    assertThat(study.dissimilarity().totalVariation().value()).isLessThan(0.1);
  }

  @Test
  void convergenceIsTheFirstRowBeyondTheTargetAndNeverTheLongestRun() {
    Arm arm =
        PlantedRuns.arm(
            List.of(new Stay(30, 0), new Stay(50, 10), new Stay(120, 0), new Stay(40, 0)),
            new SplittableRandom(1));
    List<Convergence> convergences = study(arm).outcome().orElseThrow().convergences();
    assertThat(convergences).extracting(Convergence::row).containsExactly(30, 60, 120, 40);
    assertThat(convergences).extracting(Convergence::step).containsExactly(300L, 600L, 1190L, 400L);
    assertThat(convergences)
        .extracting(Convergence::reached)
        .containsExactly(true, true, false, true);
  }

  @Test
  void theForecastOfADetourIsGoodOnceItsStateHasBeenSeenAndEmptyBefore() {
    Forecast forecast =
        study(PlantedRuns.withDetour(3)).outcome().orElseThrow().forecast().orElseThrow();
    Forecast.Moment first = forecast.moments().get(0);
    assertThat(first.runs()).isEqualTo(24);
    assertThat(first.rSquared()).isCloseTo(0, within(0.2));
    List<Forecast.Moment> later =
        forecast.moments().stream().filter(m -> m.row() >= 30 && m.row() < 50).toList();
    assertThat(later).isNotEmpty();
    assertThat(later).allMatch(moment -> moment.runs() < 24);
  }

  @Test
  void nothingIsExplainedWhereNoRunConvergesOrAllDoAtOnce() {
    Arm never = PlantedRuns.arm(stays(8, 120), new SplittableRandom(1));
    assertThat(study(never).outcome().orElseThrow().notes())
        .containsExactly("no run reaches eval.accuracy > 0.9 within its rows: nothing to explain");
    Arm together = PlantedRuns.arm(stays(8, 40), new SplittableRandom(1));
    assertThat(study(together).outcome().orElseThrow().notes())
        .containsExactly("all runs reach eval.accuracy > 0.9 at the same row: nothing to explain");
  }

  private static List<Stay> stays(int runs, int inA) {
    List<Stay> stays = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      stays.add(new Stay(inA, 0));
    }
    return stays;
  }

  @Test
  void noNumberDependsOnTheThreads() {
    Arm arm = PlantedRuns.withDetour(2);
    assertThat(LatentStudy.of(arm, settings(), 3).outcome())
        .isEqualTo(LatentStudy.of(arm, settings(), 1).outcome());
  }

  @Test
  void runsWithoutTheTargetAreLeftOutWithTheReason() {
    Arm arm = PlantedRuns.withDetour(2);
    Arm other = new Arm(Map.of(), arm.runs());
    StudySettings wanting =
        new StudySettings(
            PlantedRuns.FEATURES,
            Optional.of(new Target("eval.loss", 0.1, true)),
            1000,
            settings().selection(),
            Importance.CORRECT,
            Optional.empty());
    assertThatThrownBy(() -> LatentStudy.of(other, wanting, 1))
        .hasMessageContaining("must have a run with all features");
  }

  /** The numbers of the baselines are those of their rooms on the same split. */
  @Test
  void baselinesHaveTheSplitOfTheStates() {
    StudySettings plain = settings();
    String column = PlantedRuns.FEATURES.get(0);
    StudySettings wanting =
        new StudySettings(
            plain.features(),
            plain.target(),
            plain.firstRows(),
            plain.selection(),
            plain.importance(),
            Optional.of(column));
    LatentStudy study = LatentStudy.of(PlantedRuns.withDetour(1), wanting, 2);
    Baselines baselines = study.baselines().orElseThrow();
    ModelSelection alone =
        ModelSelection.of(
            study.latent().scaled().ofColumns(List.of(column)),
            plain.selection().withStates(16),
            1);
    assertThat(baselines.alone()).isEqualTo(alone);
    assertThat(baselines.alone().split()).isEqualTo(study.latent().selection().split());
    assertThat(baselines.clusters().candidates()).hasSize(16);
    assertThat(study(PlantedRuns.withDetour(1)).baselines()).isEmpty();
  }
}
