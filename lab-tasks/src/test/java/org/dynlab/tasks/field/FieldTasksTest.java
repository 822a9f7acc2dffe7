package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.TaskCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tasks of this package as users name them. */
class FieldTasksTest {
  private static final List<Catalogue<?>> CATALOGUES = List.of(TaskCatalogue.catalogue());

  private static Task read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), Task.class, "x.yaml: task");
  }

  private static TaskData prepare(String yaml, long seed) {
    return read(yaml).prepare(new SeedTree(seed));
  }

  /** The sizes of the literature; a grid takes the largest that fits. */
  @ParameterizedTest
  @CsvSource({
    "functionFit, 200, 1000",
    "poisson1d, 16+2, 100",
    "poisson2d, 400+160, 10201",
    "heat, 2500+80+160, 10201",
    "burgers, 2540+80+160, 25600",
    "allenCahn, 8000, 20301",
    "'{kind: allenCahn, constraint: soft}', 8000+400+800, 20301",
    "'{kind: allenCahn, problem: periodic}', 8000+400, 20301",
    "helmholtz2d, 400+160, 3600",
    "'{kind: helmholtz2d, problem: unequalWaves, constraint: hard}', 400, 10000",
    "wave1d, 2500+80+160+160, 10201",
    "'{kind: poisson1d, problem: neumann}', 16+1+1, 100",
    "'{kind: poisson1d, problem: robin, constraint: hard}', 16+1, 100"
  })
  void everyTaskHasItsPublishedSizes(String yaml, String train, int eval) {
    TaskData data = prepare(yaml, 1);
    assertThat(termSizes(data.train())).isEqualTo(train);
    assertThat(data.eval().rows()).isEqualTo(eval);
  }

  private static String termSizes(Examples examples) {
    if (!(examples.targets() instanceof ResidualTargets targets)) {
      return Integer.toString(examples.rows());
    }
    int[] sizes = new int[targets.terms().size()];
    for (int row = 0; row < examples.rows(); row++) {
      sizes[targets.term(row)]++;
    }
    return String.join("+", IntStream.of(sizes).mapToObj(Integer::toString).toList());
  }

  @Test
  void termsCarryTheirNamesAndWeights() {
    String yaml = "{kind: wave1d, boundaryWeight: 5, initialWeight: 7, interior: 9}";
    ResidualTargets targets = (ResidualTargets) prepare(yaml, 1).train().targets();
    assertThat(targets.terms())
        .extracting(Term::name, Term::weight)
        .containsExactly(
            tuple("interior", 1.0),
            tuple("boundary", 5.0),
            tuple("initial", 7.0),
            tuple("speed", 7.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "functionFit",
        "poisson1d",
        "poisson2d",
        "heat",
        "burgers",
        "allenCahn",
        "helmholtz2d",
        "wave1d"
      })
  void whatIsWrittenIsReadBack(String kind) {
    Task task = read(kind);
    var tree = new RecordWriter(CATALOGUES).toTree(task, Task.class);
    assertThat(tree.get("kind").textValue()).isEqualTo(kind);
    assertThat(new RecordReader(CATALOGUES).read(tree, Task.class, "")).isEqualTo(task);
  }

  @Test
  void randomPointsFollowTheSeedAndGridsDoNot() {
    String random = "{kind: heat, points: latinHypercube, interior: 40}";
    assertThat(first(random, 1)).isEqualTo(first(random, 1)).isNotEqualTo(first(random, 2));
    assertThat(first("heat", 1)).isEqualTo(first("heat", 2));
  }

  private static double first(String yaml, long seed) {
    return ((DenseFeatures) prepare(yaml, seed).train().features()).value(3, 0);
  }

  @ParameterizedTest
  @EnumSource
  void fittedValuesAreThoseOfTheFunction(TargetFunction target) {
    FunctionFit task = new FunctionFit(target, Scatter.RANDOM, 30, List.of(-0.5, 2.0), 30);
    Examples train = task.prepare(new SeedTree(2)).train();
    assertThat(train.features().width()).isEqualTo(target.dimensions());
    RealTargets values = (RealTargets) train.targets();
    for (int row = 0; row < train.rows(); row++) {
      double[] x = Posed.point(train, row);
      assertThat(x[0]).isBetween(-0.5, 2.0);
      assertThat(values.value(row, 0)).isEqualTo(target.at(x));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "THREE_COSINES, 0.1, 0, 0.98507824652",
    "X_SIN_5X, 0.5, 0, 0.29923607205",
    "SINE, 0.5, 0, 1",
    "RUNGE, 0.2, 0, 0.5",
    "COSINE_PRODUCTS, 0.2, 0.3, 1.34827561",
    "SINE_PRODUCT, 0.5, 0.25, 0.40342268011"
  })
  void formulasGiveKnownValues(TargetFunction target, double x, double y, double value) {
    assertThat(target.at(new double[] {x, y})).isCloseTo(value, within(1e-8));
  }

  /** ∫ over [-1, 1] of (cos x + cos 2x + cos 30x)²: the energy of cos 30x alone is .4975 · 2. */
  @Test
  void theWeightsOfAFitIntegrate() {
    Examples train = prepare("{kind: functionFit, points: gaussLegendre, count: 80}", 1).train();
    RealTargets values = (RealTargets) train.targets();
    double fast = 0;
    double length = 0;
    for (int row = 0; row < train.rows(); row++) {
      double w = train.measure().orElseThrow().weight(row);
      fast += w * Math.pow(Math.cos(30 * Posed.point(train, row)[0]), 2);
      length += w;
    }
    assertThat(length).isCloseTo(2, within(1e-13));
    assertThat(fast / 2).isCloseTo(0.4975, within(1e-4));
    assertThat(values.judged()).isFalse();
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () -> read("{kind: heat, interior: 0, boundary: -1, initialWeight: .nan, points: x}"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            x.yaml: task.points: must be one of uniform, midpoints, gaussLegendre, random,\
             latinHypercube, got x
            x.yaml: task.interior: must be in 1..100000, got 0
            x.yaml: task.boundary: must be in 1..100000, got -1
            x.yaml: task.initialWeight: must be > 0, got NaN""");
    assertThatThrownBy(
            () ->
                read(
                    "{kind: functionFit, points: gaussLegendre, count: 1001, domain: [1, -1],"
                        + " evalPoints: 0}"))
        .hasMessage(
            """
            x.yaml: task.count: must be <= 1000 for gaussLegendre, got 1001
            x.yaml: task.evalPoints: must be in 1..100000, got 0
            x.yaml: task.domain: must be finite with low < high, got [1.0, -1.0]""");
    assertThatThrownBy(() -> read("{kind: functionFit, domain: [0]}"))
        .hasMessage("x.yaml: task.domain: must be [low, high], got [0.0]");
  }
}
