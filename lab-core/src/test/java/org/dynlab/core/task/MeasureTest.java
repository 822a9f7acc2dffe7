package org.dynlab.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private final Measure measure = new Measure(new double[] {0.5, 1, 0, 0.5});

  private static double sum(Measure measure) {
    return IntStream.range(0, measure.rows()).mapToDouble(measure::weight).sum();
  }

  @Test
  void aPartOfThePointsHasTheWholeSize() {
    Measure part = measure.select(new int[] {3, 2});
    assertThat(part.weight(0)).isEqualTo(2);
    assertThat(part.weight(1)).isZero();
    assertThat(part.total()).isEqualTo(2);
    assertThat(part.select(new int[] {0}).weight(0)).isEqualTo(2);
  }

  @Test
  void allPointsKeepTheirWeightsToTheLastBit() {
    Measure same = measure.select(new int[] {0, 1, 2, 3});
    assertThat(IntStream.range(0, 4).mapToDouble(same::weight)).containsExactly(0.5, 1.0, 0.0, 0.5);
  }

  @Test
  void twoSetsOfOneDomainCountByTheirNumbersOfPoints() {
    Measure both = measure.followedBy(new Measure(new double[] {2}));
    assertThat(both.rows()).isEqualTo(5);
    assertThat(sum(both)).isCloseTo(2, within(1e-15));
    assertThat(both.weight(1)).isCloseTo(0.8, within(1e-15));
    assertThat(both.weight(4)).isCloseTo(0.4, within(1e-15));
  }

  @Test
  void pointsOfTheEdgeAloneHaveNoWeightToScale() {
    assertThat(measure.select(new int[] {2}).weight(0)).isNaN();
  }
}
