package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {

  /** Ranks and confidences of tables of the sign test, α = 0.05 two-sided. */
  @ParameterizedTest
  @CsvSource({
    "6, 1, 6, 0.96875",
    "8, 1, 8, 0.9921875",
    "9, 2, 8, 0.9609375",
    "10, 2, 9, 0.978515625",
    "12, 3, 10, 0.96142578125",
    "20, 6, 15, 0.9586105346679688",
    "40, 14, 27, 0.961522691716"
  })
  void ranksAreThoseOfTheSignTest(int n, double low, double high, double confidence) {
    double[] ranks = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    MedianInterval found = MedianInterval.of(ranks);
    assertThat(found.low()).isEqualTo(low);
    assertThat(found.high()).isEqualTo(high);
    assertThat(found.confidence()).isCloseTo(confidence, within(1e-9));
    assertThat(found.median()).isEqualTo((n + 1) / 2.0);
  }

  @Test
  void fiveRunsHaveAMedianAndNoInterval() {
    MedianInterval found = MedianInterval.of(5, 1, 2, 4, 3);
    assertThat(found.exists()).isFalse();
    assertThat(found.low()).isNaN();
    assertThat(found.text()).isEqualTo("3, n = 5");
    assertThat(MedianInterval.of().text()).isEqualTo("no run");
  }

  @Test
  void runsThatNeverGetThereAreLargerThanAll() {
    MedianInterval found = MedianInterval.of(new Censored(List.of(10.0, 20.0, 30.0, 40.0), 2));
    assertThat(found.median()).isEqualTo(35);
    assertThat(found.high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(found.text()).isEqualTo("35 [10, never], n = 6, never in 2");
  }

  @Test
  void nanIsRefused() {
    assertThatThrownBy(() -> MedianInterval.of(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coversTheMedianOfASkewedLawAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      double[] values =
          IntStream.range(0, 12).mapToDouble(i -> -Math.log(random.nextDouble())).toArray();
      MedianInterval found = MedianInterval.of(values);
      held += found.low() <= Math.log(2) && Math.log(2) <= found.high() ? 1 : 0;
    }
    assertThat((double) held / trials).isCloseTo(0.9614, within(0.01));
  }
}
