package org.dynlab.optim.wand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntropyHistogramTest {
  private static final WangLandau SHAPE = Wands.HISTOGRAM;

  @ParameterizedTest
  @ValueSource(doubles = {-20, -19.99, -8, 0, 4.9999, 4.98})
  void theMassAddedIsTheMassGivenEvenAtTheEnds(double x) {
    EntropyHistogram histogram = new EntropyHistogram(SHAPE);
    histogram.add(0.7, x);
    histogram.add(0.2, x);
    assertThat(Arrays.stream(histogram.values()).sum()).isCloseTo(0.9, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"40, 10", "100, 25", "1, 0.3", "3, 1.5"})
  void theKernelIsAGaussianOfMassOne(int reach, double deviation) {
    double[] kernel = EntropyHistogram.kernel(reach, deviation);
    assertThat(Arrays.stream(kernel).sum()).isCloseTo(1, within(1e-12));
    for (int j = 1; j <= reach; j++) {
      double ratio = Math.exp(-0.5 * j * j / (deviation * deviation));
      assertThat(kernel[reach + j]).isEqualTo(kernel[reach - j]);
      assertThat(kernel[reach + j] / kernel[reach]).isCloseTo(ratio, within(1e-14));
    }
  }

  @Test
  void theCentralDifferenceIsExactOnAQuadratic() {
    EntropyHistogram histogram = new EntropyHistogram(SHAPE);
    double[] s = histogram.values();
    Arrays.setAll(s, b -> 3 * Math.pow(middle(b), 2) - 2 * middle(b) + 1);
    for (double x = -19.99; x < 5; x += 0.02) {
      assertThat(histogram.slope(x)).isCloseTo(6 * x - 2, within(1e-9));
    }
  }

  private static double middle(int bin) {
    return SHAPE.from() + (bin - SHAPE.reach() + 0.5) * SHAPE.binWidth();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-20.001, 5, 5.5, 1e9, Double.POSITIVE_INFINITY, Double.NaN, -1e300})
  void outsideOfTheRangeNothingIsAddedAndNothingPushes(double x) {
    EntropyHistogram histogram = new EntropyHistogram(SHAPE);
    Arrays.setAll(histogram.values(), b -> b);
    double[] before = histogram.values().clone();
    histogram.add(1, x);
    assertThat(histogram.values()).isEqualTo(before);
    assertThat(histogram.slope(x)).isZero();
  }

  @Test
  void theIncrementRisesAndFallsAroundTheRiseTime() {
    assertThat(SHAPE.increment(1)).isEqualTo(0.1);
    assertThat(SHAPE.increment(100)).isEqualTo(10);
    assertThat(SHAPE.increment(200)).isEqualTo(20);
    assertThat(SHAPE.increment(400)).isEqualTo(10);
    assertThat(SHAPE.increment(2000)).isEqualTo(2);
  }
}
