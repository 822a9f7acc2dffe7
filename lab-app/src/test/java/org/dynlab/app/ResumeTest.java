package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.Pruning.Act;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.train.Progress;
import org.dynlab.instrument.InstrumentCatalogue;
import org.dynlab.optim.OptimizerCatalogue;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.tasks.TaskCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that breaks off at step 7 and goes on from a checkpoint leaves the same bytes as one that
 * was never disturbed: with every task, rule, instrument, precision and batch mode.
 */
class ResumeTest {
  private static final String MODULAR =
      "{kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}";
  private static final String SMALL = "{kind: mlp, hidden: [8, 6]}";
  private static final String SMOOTH = "{kind: mlp, hidden: [8], activation: tanh}";
  private static final String EQUATION =
      "{kind: mlp, hidden: [8], activation: tanh, loss: meanSquaredError}";
  private static final String REAL = "{kind: mlp, hidden: [8], loss: meanSquaredError}";

  @TempDir private Path folder;

  /** The process is gone: nothing of the lab catches this. */
  private static final class Gone extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Progress until(long last) {
    return new Progress() {
      @Override
      public void at(long step, long steps, Fit train, double evalAccuracy) {
        if (step == last) {
          throw new Gone();
        }
      }

      @Override
      public void noted(String note) {}

      @Override
      public boolean stopRequested() {
        return false;
      }
    };
  }

  private void goesOnExactly(OneRun run) throws IOException {
    Path whole = folder.resolve("whole");
    assertThat(run.execute(whole, Progress.silent()).outcome()).isEqualTo(Outcome.COMPLETED);
    Path broken = folder.resolve("broken");
    assertThatThrownBy(() -> run.execute(broken, until(7))).isInstanceOf(Gone.class);
    Files.writeString(broken.resolve("metrics.csv"), "8,0.12", StandardOpenOption.APPEND);
    Ending ending = run.execute(broken, Progress.silent());

    assertThat(ending.steps()).isEqualTo(12);
    assertThat(broken.resolve("metrics.csv")).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
    String last = "checkpoints/step-000000012.ckpt";
    assertThat(broken.resolve(last)).hasSameBinaryContentAs(whole.resolve(last));
    assertThat(RunDirectory.open(broken).manifest().continued())
        .singleElement()
        .satisfies(c -> assertThat(c.step()).isBetween(4L, 6L));
  }

  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("learningRate", "0.01"),
          Map.entry("timeStep", "0.01"),
          Map.entry("weightDecay", "0.1"),
          Map.entry("maxNorm", "0.5"),
          Map.entry("limit", "0.01"),
          Map.entry("scale", "0.1"),
          Map.entry("sigma", "0.1"),
          Map.entry("examples", "24"),
          Map.entry("optimizer", "{kind: adamw, learningRate: 0.01}"));

  /** The kind with a value for every key that has no default. */
  private static String written(Catalogue<?> catalogue, String kind) {
    StringJoiner keys = new StringJoiner(", ", "{", "}").add("kind: " + kind);
    for (RecordComponent key : catalogue.find(kind).orElseThrow().getRecordComponents()) {
      if (key.getAnnotation(Default.class) == null && REQUIRED.containsKey(key.getName())) {
        keys.add(key.getName() + ": " + REQUIRED.get(key.getName()));
      }
    }
    return keys.toString();
  }

  static Stream<String> rules() {
    return OptimizerCatalogue.catalogue().kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRule(String kind) throws IOException {
    String rule = written(OptimizerCatalogue.catalogue(), kind);
    UpdateRule link =
        Vocabulary.language()
            .reader()
            .read(new YamlSource(kind, rule).mapping(), UpdateRule.class, "");
    String step = "{kind: descend, learningRate: 0.01}";
    String chain =
        switch (link.stage()) {
          case STEP -> rule;
          case AFTERWARDS -> step + ", " + rule;
          default -> rule + ", " + step;
        };
    goesOnExactly(OneRun.of(MODULAR, SMOOTH).with("optimizer", "[" + chain + "]"));
  }

  @Test
  void aRunThatIsWatched() throws IOException {
    String pruning = SampleForecast.in(folder, 12, 0, 10).late(Act.FLAG);
    goesOnExactly(OneRun.of(MODULAR, SMOOTH).with("pruning", pruning));
  }

  static Stream<String> instruments() {
    return InstrumentCatalogue.catalogue().kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyInstrument(String kind) throws IOException {
    OneRun base =
        kind.equals("relativeError") || kind.equals("targetDistance")
            ? OneRun.of("{kind: functionFit, count: 20}", REAL)
            : OneRun.of(MODULAR, SMALL);
    goesOnExactly(base.probe("{kind: " + kind + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "4", "{size: 5, replacement: true}"})
  void everyBatchModeInBothPrecisions(String batch) throws IOException {
    for (String precision : List.of("float", "double")) {
      folder = Files.createDirectory(folder.resolve(precision));
      goesOnExactly(OneRun.of(MODULAR, SMALL).with("batch", batch).with("precision", precision));
    }
  }

  private static final String DROPOUT = "{kind: mlp, hidden: [8, 6], dropout: 0.2}";
  private static final String TRANSFORMER =
      "{kind: transformer, width: 8, heads: 2, feedForward: 16, dropout: 0.1, norm: pre}";
  private static final String LENET = "{kind: lenet, channels: [2, 2], hidden: [8]}";
  private static final String IN_TIME = "interior: 60, boundary: 6, initial: 8}";
  private static final String IN_SPACE = "interior: 25, boundary: 12}";
  private static final Map<String, OneRun> TASKS =
      Map.ofEntries(
          task("{kind: modularArithmetic, modulus: 7, encoding: sequence}", TRANSFORMER),
          task("{kind: permutationGroup, degree: 3, labelNoise: 0.1}", DROPOUT),
          task("{kind: sparseParity, bits: 8, trainSize: 30, evalSize: 10}", SMALL),
          task("{kind: informationBits}", DROPOUT),
          task("{kind: teacherStudent, trainSize: 20, evalSize: 10}", REAL),
          task("{kind: functionFit, count: 20, evalPoints: 30}", REAL),
          task("{kind: poisson1d}", EQUATION),
          task("{kind: poisson2d, " + IN_SPACE, EQUATION),
          task("{kind: helmholtz2d, " + IN_SPACE, EQUATION),
          task("{kind: heat, " + IN_TIME, EQUATION),
          task("{kind: burgers, " + IN_TIME, EQUATION),
          task("{kind: allenCahn, " + IN_TIME, EQUATION),
          task("{kind: wave1d, " + IN_TIME, EQUATION),
          task("{kind: digits, train: 30, eval: 10}", LENET));

  private static Map.Entry<String, OneRun> task(String task, String model) {
    return Map.entry(task.replaceAll("\\{kind: (\\w+).*", "$1"), OneRun.of(task, model));
  }

  static Stream<String> tasks() {
    return new TreeSet<>(TASKS.keySet()).stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTask(String kind) throws IOException {
    goesOnExactly(TASKS.get(kind));
  }

  /** Examples from files differ from others only before the first step. */
  @Test
  void everyTaskOfTheCatalogueThatNeedsNoFilesIsAmongThese() {
    Set<String> kinds = new TreeSet<>(TaskCatalogue.catalogue().kinds());
    kinds.removeAll(Set.of("mnist", "csv"));
    assertThat(TASKS.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
  }
}
