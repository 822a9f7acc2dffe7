package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dynlab.analysis.curve.CurveTest.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanBandTest {

  /**
   * The values 1..n have the unbiased variance n(n+1)/12. The quantiles t(0.975; n-1) are those of
   * the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, three decimals.
   */
  @ParameterizedTest
  @CsvSource({"3, 4.303", "5, 2.776", "10, 2.262", "20, 2.093", "31, 2.042"})
  void theHalfWidthIsTheTextbookQuantileTimesTheStandardError(int n, double quantile) {
    List<Curve> curves = IntStream.rangeClosed(1, n).mapToObj(v -> curve(4, v)).toList();
    Point point = MeanBand.of(curves).points().get(0);
    double standardError = Math.sqrt(n * (n + 1) / 12.0 / n);
    assertThat(point.mean()).isCloseTo((n + 1) / 2.0, within(1e-12));
    assertThat((point.high() - point.mean()) / standardError).isCloseTo(quantile, within(5e-4));
    assertThat(point.mean() - point.low()).isCloseTo(point.high() - point.mean(), within(1e-12));
    assertThat(point.n()).isEqualTo(n);
  }

  @Test
  void eachStepAveragesTheRunsThatHaveExactlyThatStep() {
    MeanBand band = MeanBand.of(List.of(curve(0, 1, 2, 3, 4, 5), curve(0, 3, 3, 7), curve(4, 7)));
    assertThat(band.points().stream().map(Point::step)).containsExactly(0L, 2L, 3L, 4L);
    assertThat(band.points().stream().map(Point::mean)).containsExactly(2.0, 3.0, 7.0, 6.0);
    assertThat(band.points().stream().map(Point::n)).containsExactly(2, 1, 1, 2);
  }

  @Test
  void twoRunsHaveAMeanAndNoBand() {
    MeanBand band = MeanBand.of(List.of(curve(1, 1), curve(1, 2)));
    assertThat(band.hasBand()).isFalse();
    assertThat(band.points().get(0).low()).isNaN();
    assertThat(band.points().get(0).high()).isNaN();
  }

  @Test
  void aDivergedRunCountsUntilItsLastFiniteValue() {
    Curve diverged = curve(1, 2, 2, Double.NaN, 3, Double.POSITIVE_INFINITY);
    MeanBand band = MeanBand.of(List.of(curve(1, 4, 2, 4), diverged));
    assertThat(band.points())
        .containsExactly(
            new Point(1, 3, Double.NaN, Double.NaN, 2), new Point(2, 4, Double.NaN, Double.NaN, 1));
  }

  @Test
  void noCurvesGiveNoPoints() {
    assertThat(MeanBand.of(List.of()).points()).isEmpty();
    assertThat(MeanBand.of(List.of(curve(1, Double.NaN))).points()).isEmpty();
  }

  /** A law: adding a constant moves the band, multiplying widens it. */
  @Test
  void theBandFollowsShiftsAndScales() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(6).toArray();
    Point plain = at(values, 0, 1);
    Point moved = at(values, 10, 3);
    assertThat(moved.low()).isCloseTo(10 + 3 * plain.low(), within(1e-12));
    assertThat(moved.high()).isCloseTo(10 + 3 * plain.high(), within(1e-12));
  }

  @Test
  void curvesWithTheSameStepsHaveTheNumbersOfCurvesWithoutThem() {
    SplittableRandom random = new SplittableRandom(6);
    List<Curve> alike = new ArrayList<>();
    List<Curve> others = new ArrayList<>();
    for (int c = 0; c < 5; c++) {
      long[] steps = LongStream.range(0, 51 + c).toArray();
      double[] values = random.doubles(steps.length, -1, 3).toArray();
      alike.add(new Curve(steps, values).upTo(49));
      others.add(new Curve(steps, values));
    }
    List<Point> points = MeanBand.of(alike).points();
    assertThat(points).hasSize(50).isEqualTo(MeanBand.of(others).points().subList(0, 50));
  }

  private static Point at(double[] values, double shift, double scale) {
    List<Curve> curves =
        IntStream.range(0, values.length)
            .mapToObj(i -> curve(1, shift + scale * values[i]))
            .toList();
    return MeanBand.of(curves).points().get(0);
  }

  @Test
  void thinningKeepsWholePointsOfTheBand() {
    List<Curve> curves =
        IntStream.range(0, 4)
            .mapToObj(
                seed -> {
                  double[] values = new SplittableRandom(seed).doubles(3000).toArray();
                  return new Curve(IntStream.range(0, 3000).asLongStream().toArray(), values);
                })
            .toList();
    MeanBand whole = MeanBand.of(curves);
    MeanBand thin = whole.thinned(200);
    assertThat(thin.points()).hasSizeLessThanOrEqualTo(200);
    assertThat(whole.points()).containsAll(thin.points());
    assertThat(thin.from(10).points()).allMatch(point -> point.step() >= 10);
  }
}
