package org.dynlab.analysis.hmm.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.Simulation;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Score;
import org.dynlab.analysis.hmm.selection.Candidate.Restart;
import org.dynlab.analysis.hmm.selection.ModelSelection.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSelectionTest {
  private static final Sequences ROWS = rows(6, 80);

  private static Sequences rows(int runs, int length) {
    SplittableRandom random = new SplittableRandom(12);
    GaussianHmm truth = Simulation.model(Covariances.DIAGONAL, 2, 2, 0, random);
    return Simulation.rows(truth, random, IntStream.generate(() -> length).limit(runs).toArray());
  }

  private static Settings settings(int most, int restarts, Criterion criterion) {
    return settings(most, restarts, BaumWelch.STANDARD, criterion, Pooling.MEAN);
  }

  private static Settings settings(
      int most, int restarts, BaumWelch fitting, Criterion criterion, Pooling pooling) {
    Start start = new Start(Covariances.DIAGONAL, 1);
    return new Settings(most, restarts, start, fitting, criterion, pooling, 3);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    ModelSelection one = ModelSelection.of(ROWS, settings(3, 3, Criterion.BIC), 1);
    assertThat(ModelSelection.of(ROWS, settings(3, 3, Criterion.BIC), 2)).isEqualTo(one);
    assertThat(ModelSelection.of(ROWS, settings(3, 3, Criterion.BIC), 4)).isEqualTo(one);
    assertThat(one.candidates()).hasSize(3).allMatch(each -> each.restarts().size() == 3);
  }

  @Test
  void restartsAreDifferentAndScoredOnHeldOutRuns() {
    ModelSelection selection = ModelSelection.of(ROWS, settings(2, 3, Criterion.BIC), 2);
    Candidate two = selection.candidates().get(1);
    assertThat(two.states()).isEqualTo(2);
    assertThat(two.restarts().stream().map(Restart::seed).distinct()).hasSize(3);
    Sequences heldOut = ROWS.ofRuns(selection.split().validation());
    for (Restart restart : two.restarts()) {
      assertThat(restart.validation()).isEqualTo(Score.of(restart.fit().model(), heldOut));
    }
  }

  private static final BaumWelch PATIENT = new BaumWelch(20, -1e9, true);

  private static List<Restart> fits(int restarts, BaumWelch fitting, Pooling pooling) {
    Settings settings = settings(3, restarts, fitting, Criterion.BIC, pooling);
    Candidate three = ModelSelection.of(ROWS, settings, 2).candidates().get(2);
    assertThat(three.starts()).isEqualTo(restarts);
    return three.restarts();
  }

  /** Against the same starts fitted to the end, and fitted no further than the heats. */
  @Test
  void theStartsThatAreAheadAfterAShortRunAreFittedToTheEnd() {
    List<Restart> ended = fits(5, PATIENT, Pooling.BEST);
    List<Restart> all = fits(5, PATIENT, Pooling.MEAN);
    assertThat(all).hasSize(5).allMatch(restart -> restart.fit().iterations() == 20);
    assertThat(ended).hasSize(2).isSubsetOf(all);
    List<Long> ahead =
        fits(5, PATIENT.withIterations(Heats.SHORT), Pooling.MEAN).stream()
            .sorted(Comparator.comparingDouble(restart -> -restart.validation().logLikelihood()))
            .limit(2)
            .map(Restart::seed)
            .toList();
    assertThat(ended.stream().map(Restart::seed)).containsExactlyInAnyOrderElementsOf(ahead);
  }

  @Test
  void whereThereIsNothingToSaveAllStartsAreFittedToTheEnd() {
    assertThat(fits(2, PATIENT, Pooling.BEST)).isEqualTo(fits(2, PATIENT, Pooling.MEAN));
    BaumWelch quick = PATIENT.withIterations(Heats.SHORT);
    assertThat(fits(4, quick, Pooling.BEST)).isEqualTo(fits(4, quick, Pooling.MEAN));
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 1", "5, 4, 1", "6, 4, 2", "40, 32, 8"})
  void aFifthOfTheRunsIsHeldOut(int runs, int training, int validation) {
    RunSplit split = RunSplit.of(runs, 1);
    assertThat(split.training()).hasSize(training).isSorted();
    assertThat(split.validation())
        .hasSize(validation)
        .doesNotContainAnyElementsOf(split.training());
    assertThat(RunSplit.of(runs, 1)).isEqualTo(split);
    assertThat(IntStream.range(0, 30).mapToObj(seed -> RunSplit.of(runs, seed)).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void whatCannotBeTriedIsRefused() {
    assertThatThrownBy(() -> settings(17, 0, Criterion.BIC))
        .hasMessage("states: must be in 1..16, got 17\nrestarts: must be in 1..1000, got 0");
    assertThatThrownBy(() -> ModelSelection.of(rows(1, 9), settings(2, 1, Criterion.BIC), 1))
        .hasMessage(
            "runs: must be at least 2, one to fit and one to hold out, got 1"
                + " (sweep over more seeds)");
    assertThatThrownBy(() -> ModelSelection.of(ROWS, settings(2, 1, Criterion.BIC), 0))
        .hasMessage("threads: must be in 1..1024, got 0");
  }

  private static Candidate candidate(int states, int parameters, double... likelihoods) {
    GaussianHmm model =
        Simulation.model(Covariances.DIAGONAL, states, 1, 0, new SplittableRandom(states));
    Fit fit = new Fit(model, List.of(), List.of(), false, List.of());
    return new Candidate(
        states,
        likelihoods.length,
        IntStream.range(0, likelihoods.length)
            .mapToObj(i -> new Restart(i, fit, new Score(likelihoods[i], parameters, 100)))
            .toList());
  }

  /** Mean gains of 8 and 2, best ones of 6 and −1, for 3 more parameters each; ln 100 = 4.6. */
  @ParameterizedTest
  @CsvSource({
    "BIC, MEAN, 2", "AIC, MEAN, 2", "LIKELIHOOD, MEAN, 3",
    "BIC, BEST, 1", "AIC, BEST, 2", "LIKELIHOOD, BEST, 2"
  })
  void criteriaWeighLikelihoodAgainstParameters(Criterion criterion, Pooling pooling, int states) {
    List<Candidate> candidates =
        List.of(candidate(1, 2, -96, -106), candidate(2, 5, -90, -96), candidate(3, 8, -91, -91));
    ModelSelection selection =
        new ModelSelection(new RunSplit(List.of(), List.of()), candidates, criterion, pooling);
    assertThat(selection.selected().states()).isEqualTo(states);
    Candidate two = candidates.get(1);
    assertThat(two.meanLogLikelihood()).isEqualTo(-93);
    assertThat(two.stdLogLikelihood()).isEqualTo(3);
    assertThat(two.meanAic()).isEqualTo(196);
    assertThat(two.meanBic()).isCloseTo(186 + 5 * Math.log(100), within(1e-12));
    assertThat(two.best()).isEqualTo(two.restarts().get(0));
    assertThat(candidates.get(2).best()).isEqualTo(candidates.get(2).restarts().get(0));
  }

  @Test
  void clustersAreTheBaselineWithoutTime() {
    RunSplit split = RunSplit.of(ROWS.count(), 3);
    ClusterBaseline baseline = ClusterBaseline.of(ROWS, split, 6, 3, 5, 2);
    assertThat(baseline.candidates()).hasSize(6);
    assertThat(ClusterBaseline.of(ROWS, split, 6, 3, 5, 1)).isEqualTo(baseline);
    double least =
        baseline.candidates().stream().mapToDouble(c -> c.validation().bic()).min().orElseThrow();
    assertThat(baseline.selected().validation().bic()).isEqualTo(least);
    assertThat(baseline.candidates().get(5).inertia())
        .isLessThan(baseline.candidates().get(0).inertia());
  }
}
