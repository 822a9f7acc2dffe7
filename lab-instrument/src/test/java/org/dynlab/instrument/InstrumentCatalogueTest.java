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
import org.dynlab.instrument.feature.EpsilonRank;
import org.dynlab.instrument.feature.EpsilonRank.Weighting;
import org.dynlab.instrument.fit.LossAndAccuracy;
import org.dynlab.instrument.fit.RelativeError;
import org.dynlab.instrument.gradient.GradientNorms;
import org.dynlab.instrument.weight.WeightStatistics;
import org.dynlab.store.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every instrument owes its users. */
class InstrumentCatalogueTest {

  static Stream<Instrument> instruments() {
    return Stream.of(
        new LossAndAccuracy(List.of(LossAndAccuracy.Part.TRAIN, LossAndAccuracy.Part.EVAL)),
        new RelativeError(),
        new WeightStatistics(false),
        new WeightStatistics(true),
        new EpsilonRank(List.of(1e-3, 1e-6), List.of(1e-6), 1024, Source.ALL, Weighting.MEAN),
        new GradientNorms());
  }

  @Test
  void everyListedInstrumentIsTestedHere() {
    Set<Class<?>> tested = instruments().map(Object::getClass).collect(Collectors.toSet());
    List<String> kinds = InstrumentCatalogue.catalogue().kinds();
    assertThat(kinds)
        .containsExactly(
            "lossAndAccuracy", "relativeError", "weightStatistics", "epsilonRank", "gradientNorms")
        .allSatisfy(
            kind ->
                assertThat(InstrumentCatalogue.catalogue().find(kind).orElseThrow())
                    .isIn(tested)
                    .hasAnnotation(Meaning.class));
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
              assertThat(column.unit()).isIn("1", "nat");
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
    RecordedView view =
        RecordedView.ofParameters(parameters)
            .withGradient(gradient)
            .withLayers(10, numbers(40, 3), numbers(40, 4));
    double[] first = gauge.measure(view);
    assertThat(first).hasSize(gauge.columns().size());
    gauge.measure(
        RecordedView.ofParameters(numbers(subject.layout().size(), 5))
            .withGradient(parameters)
            .withLayers(10, numbers(40, 6), numbers(40, 7)));
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
        RecordedView.ofParameters(bad).withGradient(bad).withLayers(10, nan(40), nan(40));
    assertThat(instrument.begin(subject).measure(view)).containsOnly(Double.NaN);
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
