package org.dynlab.analysis.latent.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudyTest;
import org.dynlab.analysis.latent.PlantedRuns;
import org.dynlab.analysis.latent.PlantedRuns.Stay;
import org.dynlab.analysis.latent.forecast.LiveForecast.Prediction;
import org.dynlab.analysis.latent.forecast.LiveForecast.Reading;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.store.ForecastFile;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs with a planted detour foretell of others of their kind. */
class ForecastModelTest {
  private static final double TARGET = 0.9;
  private static final LatentStudy PILOT = study(PlantedRuns.withDetour(3));

  @TempDir private Path folder;

  private static LatentStudy study(Arm arm) {
    return LatentStudy.of(arm, LatentStudyTest.settings(), 1);
  }

  private static Forecast forecast() {
    return PILOT.outcome().orElseThrow().forecast().orElseThrow();
  }

  private static ForecastModel model() {
    return forecast().model().orElseThrow();
  }

  /** The readings of a run's rows while its target is not passed. */
  private static List<Reading> watch(LiveForecast live, Run run, int from, int until) {
    List<Reading> readings = new ArrayList<>();
    Curve accuracy = run.curve("eval.accuracy").orElseThrow();
    for (int t = from; t < until; t++) {
      int now = t;
      live.seeTarget(accuracy.value(t));
      double[] row =
          PlantedRuns.FEATURES.stream()
              .mapToDouble(name -> run.curve(name).orElseThrow().value(now))
              .toArray();
      live.see(accuracy.step(t), row).ifPresent(readings::add);
    }
    return readings;
  }

  private static OptionalInt detour(ForecastModel model) {
    return IntStream.range(0, model.states().size())
        .filter(state -> model.states().get(state).detour())
        .findFirst();
  }

  @Test
  void theDetourOfOneSweepIsSeenInTheRunsOfAnotherBeforeTheyConverge() {
    int detour = detour(model()).orElseThrow();
    assertThat(model().states().get(detour).words()).startsWith("detour, visited by 12 runs");
    List<Run> others = PlantedRuns.withDetour(11).runs();
    for (int i = 0; i < others.size(); i++) {
      List<Reading> readings = watch(LiveForecast.of(model()), others.get(i), 0, 120);
      long entries = readings.stream().filter(r -> r.state() == detour && r.first()).count();
      assertThat(entries).as("run %s", i).isEqualTo(i % 2 == 0 ? 0 : 1);
    }
  }

  /** Who comes into B, early on, converges in row 70 to 89; the others in row 40 to 49. */
  private static Arm lateInB(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stay> stays = new ArrayList<>();
    for (int run = 0; run < 24; run++) {
      stays.add(
          run % 2 == 0
              ? new Stay(40 + random.nextInt(10), 0)
              : new Stay(10, 60 + random.nextInt(20)));
    }
    return PlantedRuns.arm(stays, random);
  }

  @Test
  void lateRunsOfAnotherSweepArePredictedLaterThanTheMean() {
    ForecastModel model =
        study(lateInB(1)).outcome().orElseThrow().forecast().orElseThrow().model().orElseThrow();
    List<Run> others = lateInB(2).runs();
    int judged = 0;
    for (int i = 0; i < others.size(); i++) {
      boolean late = i % 2 == 1;
      List<Prediction> predictions =
          watch(LiveForecast.of(model), others.get(i), 0, 40).stream()
              .flatMap(reading -> reading.prediction().stream())
              .filter(p -> p.moment().reliable() && p.moment().row() >= 11)
              .toList();
      assertThat(predictions)
          .allMatch(p -> p.converges() > p.moment().mean() == late)
          .allMatch(p -> Math.abs(p.converges() - (late ? 80 : 45)) < 12);
      judged += predictions.size();
    }
    assertThat(judged).isGreaterThanOrEqualTo(2 * others.size());
  }

  @Test
  void statesAndPredictionsAreThoseOfTheFinishedRuns() {
    ForecastModel model = model();
    List<Run> runs = PlantedRuns.withDetour(3).runs();
    List<int[]> paths = model.causal().states(PILOT.features().sequences());
    List<Convergence> convergences = PILOT.outcome().orElseThrow().convergences();
    for (int i = 0; i < runs.size(); i++) {
      List<Reading> readings = watch(LiveForecast.of(model), runs.get(i), 0, 120);
      assertThat(readings).hasSize(convergences.get(i).row());
      for (Reading reading : readings) {
        assertThat(reading.state()).isEqualTo(paths.get(i)[reading.row()]);
      }
    }
    assertThat(model.moments()).hasSameSizeAs(forecast().moments());
    for (ForecastFile.Moment moment : model.moments()) {
      double predicted = 0;
      double actual = 0;
      int left = 0;
      for (int i = 0; i < runs.size(); i++) {
        if (convergences.get(i).row() > moment.row()) {
          List<Reading> readings = watch(LiveForecast.of(model), runs.get(i), 0, moment.row() + 1);
          predicted += readings.get(moment.row()).prediction().orElseThrow().converges();
          actual += convergences.get(i).row();
          left++;
        }
      }
      assertThat(left).isEqualTo(moment.runs());
      assertThat(actual / left).isCloseTo(moment.mean(), within(1e-9));
      // A regression with an intercept that is not penalised predicts the mean on average.
      assertThat(predicted / left).isCloseTo(moment.mean(), within(1e-9));
    }
  }

  @Test
  void itGoesOnFromACopyOfItsMemory() {
    Run run = PlantedRuns.withDetour(11).runs().get(1);
    LiveForecast whole = LiveForecast.of(model());
    List<Reading> all = watch(whole, run, 0, 120);
    LiveForecast first = LiveForecast.of(model());
    List<Reading> parts = watch(first, run, 0, 17);
    LiveForecast second = LiveForecast.of(model());
    System.arraycopy(first.memory(), 0, second.memory(), 0, first.memory().length);
    parts.addAll(watch(second, run, 17, 120));
    assertThat(parts).isEqualTo(all);
    assertThat(second.memory()).containsExactly(whole.memory());
  }

  @Test
  void rowsThatAreMissingOrNoNumbersAreRowsNothingIsKnownOf() {
    Run run = PlantedRuns.withDetour(11).runs().get(0);
    LiveForecast gaps = LiveForecast.of(model());
    watch(gaps, run, 0, 5);
    watch(gaps, run, 8, 12);
    LiveForecast nans = LiveForecast.of(model());
    watch(nans, run, 0, 5);
    for (int t = 5; t < 8; t++) {
      nans.see(10L * t, new double[] {Double.NaN, 1});
    }
    watch(nans, run, 8, 12);
    assertThat(nans.memory()).containsExactly(gaps.memory());
    assertThat(gaps.see(115, new double[] {0, 0})).as("no step of the model").isEmpty();
  }

  @Test
  void aFileGivesTheSameModelBack() {
    Path file = folder.resolve("forecast.json");
    String sha256 = model().file("pilot", "all runs").write(file);
    ForecastFile read = ForecastFile.read(file, Optional.of(sha256));
    assertThat(ForecastModel.of(read, "x")).isEqualTo(model());
    assertThat(read.target()).isEqualTo("eval.accuracy > " + TARGET);
    assertThatThrownBy(() -> ForecastFile.read(file, Optional.of("0".repeat(64))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must have the SHA-256 000");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Path file = folder.resolve("forecast.json");
    model().file("pilot", "all runs").write(file);
    String text = Files.readString(file);
    for (Map.Entry<String, String> change :
        Map.of(
                "\"covariance\":\"diagonal\"", "\"covariance\":\"square\"",
                "\"start\":[", "\"start\":[0.5,",
                "\"covariances\":[", "\"covariances\":[-1.0,",
                "\"target\":\"eval.accuracy > 0.9\"", "\"target\":\"eval.accuracy\"",
                "\"columns\":[\"f\",\"g\"]", "\"columns\":[\"f\"]",
                "\"format\":1", "\"format\":2")
            .entrySet()) {
      assertThat(text).contains(change.getKey());
      Files.writeString(file, text.replace(change.getKey(), change.getValue()));
      assertThatThrownBy(() -> ForecastModel.of(ForecastFile.read(file, Optional.empty()), "f"))
          .as(change.getValue())
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void runsWhoseRowsAreAtOtherStepsGiveNoModel() {
    List<Run> runs = new ArrayList<>(PlantedRuns.withDetour(3).runs());
    Run last = runs.remove(runs.size() - 1);
    Map<String, Curve> shifted = new LinkedHashMap<>();
    for (String name : List.of("f", "g", "eval.accuracy")) {
      Curve curve = last.curve(name).orElseThrow();
      long[] steps = IntStream.range(0, curve.size()).mapToLong(t -> curve.step(t) + 1).toArray();
      double[] values = IntStream.range(0, curve.size()).mapToDouble(curve::value).toArray();
      shifted.put(name, new Curve(steps, values));
    }
    runs.add(Samples.run(23, 23, Map.of(), RunState.COMPLETED, "", shifted));
    Forecast forecast =
        study(new Arm(Map.of(), runs)).outcome().orElseThrow().forecast().orElseThrow();
    assertThat(forecast.model()).isEmpty();
    assertThat(forecast.notes())
        .contains("no model for runs to come: the rows of these runs are not at the same steps");
  }
}
