package org.dynlab.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.instrument.curvature.Hessian;
import org.dynlab.instrument.curvature.LocalLearningCoefficient;
import org.dynlab.instrument.feature.BoundSlack;
import org.dynlab.instrument.feature.EpsilonRank;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.feature.FeatureStatistics;
import org.dynlab.instrument.feature.LogitMargin;
import org.dynlab.instrument.feature.NeuralCollapse;
import org.dynlab.instrument.feature.TargetDistance;
import org.dynlab.instrument.fit.LossAndAccuracy;
import org.dynlab.instrument.fit.RelativeError;
import org.dynlab.instrument.gradient.GradientAngles;
import org.dynlab.instrument.gradient.GradientNoise;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.information.BinnedInformation;
import org.dynlab.instrument.information.BinnedInformation.Grid;
import org.dynlab.instrument.information.MixtureInformation;
import org.dynlab.instrument.information.NeighbourInformation;
import org.dynlab.instrument.preset.Economy;
import org.dynlab.instrument.preset.Full;
import org.dynlab.instrument.preset.Standard;
import org.dynlab.instrument.progress.FourierProgress;
import org.dynlab.instrument.region.LinearMappingNumber;
import org.dynlab.instrument.region.LocalComplexity;
import org.dynlab.instrument.region.LocalComplexity.Points;
import org.dynlab.instrument.region.RegionMoves;
import org.dynlab.instrument.trajectory.Trajectory;
import org.dynlab.instrument.weight.Movement;
import org.dynlab.instrument.weight.WeightSpectra;
import org.dynlab.instrument.weight.WeightStatistics;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every instrument owes its users. */
class InstrumentCatalogueTest {
  private static final ClassTargets CLASSES =
      new ClassTargets(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, 2);

  static Stream<Instrument> instruments() {
    return Stream.of(
        new LossAndAccuracy(List.of(LossAndAccuracy.Part.TRAIN, LossAndAccuracy.Part.EVAL)),
        new RelativeError(),
        new WeightStatistics(false),
        new WeightStatistics(true),
        new EpsilonRank(List.of(1e-3, 1e-6), List.of(1e-6), 1024, Source.ALL, Weighting.MEAN),
        new GradientNorms(),
        new WeightSpectra(2),
        new Movement(true),
        new GradientNoise(30),
        new GradientAngles(1000),
        new Trajectory(1000, 30, 3, 2),
        new FeatureStatistics(0.999, 10, Source.ALL),
        new TargetDistance(List.of(1e-6), 10, Source.TRAIN),
        new BoundSlack(List.of(1e-6), 10, Source.ALL, EpsilonRank.Weighting.MEAN),
        new NeuralCollapse(10, Source.TRAIN),
        new LogitMargin(10, Source.EVAL),
        new BinnedInformation(Grid.EDGES, 30, -1, 1, 0.07, false, 64, Source.TRAIN),
        new MixtureInformation(List.of(0.1), List.of(0.5), true, 64, Source.EVAL),
        new NeighbourInformation(3, true, false, 64, Source.ALL),
        new LocalComplexity(Points.TRAIN, 10, 0.1, 3, ""),
        new LinearMappingNumber(10, Source.ALL, ""),
        new RegionMoves(10, Source.EVAL, 0.9),
        new Hessian(100, 20, 1e-3, 3),
        new LocalLearningCoefficient(100, 2, 3, 4, 1e-3, 1));
  }

  /** What needs a network of its own has the same tests there. */
  private static final Set<Class<?>> ELSEWHERE =
      Set.of(FourierProgress.class, Economy.class, Standard.class, Full.class);

  @Test
  void everyListedInstrumentIsTestedHere() {
    Set<Class<?>> tested = instruments().map(Object::getClass).collect(Collectors.toSet());
    tested.addAll(ELSEWHERE);
    List<String> kinds = InstrumentCatalogue.catalogue().kinds();
    assertThat(kinds)
        .containsExactly(
            "economy",
            "standard",
            "full",
            "lossAndAccuracy",
            "relativeError",
            "weightStatistics",
            "weightSpectra",
            "movement",
            "gradientNorms",
            "gradientNoise",
            "gradientAngles",
            "trajectory",
            "epsilonRank",
            "featureStatistics",
            "targetDistance",
            "boundSlack",
            "neuralCollapse",
            "logitMargin",
            "binnedInformation",
            "mixtureInformation",
            "neighbourInformation",
            "localComplexity",
            "linearMappingNumber",
            "regionMoves",
            "hessian",
            "localLearningCoefficient",
            "fourierProgress")
        .allSatisfy(
            kind ->
                assertThat(InstrumentCatalogue.catalogue().find(kind).orElseThrow())
                    .isIn(tested)
                    .hasAnnotation(Meaning.class));
  }

  @Test
  void presetsContainOneAnother() {
    assertThat(new Economy().parts()).hasSizeLessThan(new Standard().parts().size());
    assertThat(new Full().parts()).containsAll(new Standard().parts()).doesNotHaveDuplicates();
    assertThat(new Standard().parts()).containsAll(new Economy().parts().subList(1, 3));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void everyComponentHasADefaultAndAMeaning(Instrument instrument) {
    assertThat(Arrays.asList(instrument.getClass().getRecordComponents()))
        .allSatisfy(
            component -> {
              assertThat(component.getAnnotation(Default.class)).isNotNull();
              assertThat(component.getAnnotation(Meaning.class)).isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void columnsAreDistinctNamedByTheRuleAndExplained(Instrument instrument) {
    List<Column> columns = instrument.begin(Subjects.withBiases(3, 4, 4, 2)).columns();
    assertThat(columns).extracting(Column::name).doesNotHaveDuplicates();
    assertThat(columns)
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.name()).matches("[a-z_]+(\\.[a-z0-9_]+)?\\.[a-z0-9_-]+");
              assertThat(column.unit()).isIn("1", "nat", "bit");
              assertThat(column.meaning()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void equalViewsGiveEqualNumbersOnePerColumnAndAreNotWritten(Instrument instrument) {
    Subject subject = Subjects.withBiases(3, 4, 4, 2);
    Gauge gauge = instrument.begin(subject);
    double[] parameters = numbers(subject.layout().size(), 1);
    double[] gradient = numbers(subject.layout().size(), 2);
    RecordedView view = view(parameters, gradient, 3);
    double[] first = gauge.measure(view);
    assertThat(first).hasSize(gauge.columns().size());
    gauge.measure(view(numbers(subject.layout().size(), 5), parameters, 6));
    assertThat(gauge.measure(view)).isEqualTo(first);
    assertThat(parameters).isEqualTo(numbers(subject.layout().size(), 1));
    assertThat(gradient).isEqualTo(numbers(subject.layout().size(), 2));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void aDivergedNetworkIsNaNNeverAnException(Instrument instrument) {
    Subject subject = Subjects.withBiases(3, 4, 4, 2);
    double[] bad = nan(subject.layout().size());
    RecordedView view =
        view(bad, bad, 1)
            .withUpdate(bad)
            .atStep(1)
            .withLayers(10, nan(40), nan(40))
            .withTargets(CLASSES, nan(20))
            .withInterior(network(Double.NaN));
    Gauge gauge = instrument.begin(subject);
    gauge.follow(view);
    double[] row = gauge.measure(view);
    for (int k = 0; k < row.length; k++) {
      String name = gauge.columns().get(k).name();
      boolean ofTheExamples = name.startsWith("mi.ceiling") || name.startsWith("mi.floor");
      assertThat(Double.isNaN(row[k])).as(name).isEqualTo(!ofTheExamples);
    }
  }

  private static RecordedView view(double[] parameters, double[] gradient, long seed) {
    RecordedView view =
        RecordedView.ofParameters(parameters)
            .withGradient(gradient)
            .withUpdate(numbers(parameters.length, seed))
            .withLayers(10, numbers(40, seed), numbers(40, seed + 1))
            .withTargets(CLASSES, numbers(20, seed))
            .withInterior(network((double) seed));
    for (Source source : Source.values()) {
      List<double[]> centres =
          List.of(numbers(parameters.length, 8), numbers(parameters.length, 9));
      view.withObjective(source, new Quadratic(centres, List.of(1.0, 2.0)));
    }
    return view;
  }

  private static HandMadeNetwork network(double number) {
    double[][] inputs = new double[10][];
    Arrays.setAll(inputs, i -> new double[] {Math.sin(i + number), 0.1 * i, number});
    return HandMadeNetwork.random(Math::tanh, 0.1, inputs, 3, 4, 4, 2);
  }

  private static double[] nan(int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, Double.NaN);
    return filled;
  }

  private static double[] numbers(int size, long seed) {
    return new SplittableRandom(seed).doubles(size, -1, 1).toArray();
  }
}
