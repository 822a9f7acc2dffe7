package org.dynlab.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingularValuesTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "9, 1", "7, 7", "30, 12", "12, 30", "97, 128"})
  void singularValuesAgreeWithEjmlForAnyShape(int rows, int columns) {
    SingularValues values = new SingularValues(rows, columns);
    for (long seed = 1; seed <= 3; seed++) {
      double[] a = new SplittableRandom(seed).doubles((long) rows * columns + 11, -1, 1).toArray();
      double[] expected = Reference.singularValues(a, 5, rows, columns);
      assertThat(values.of(a, 5)).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void theMatrixIsNotWritten() {
    double[] a = {1, 2, 3, 4, 5, 6};
    new SingularValues(2, 3).of(a, 0);
    assertThat(a).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anEntryThatIsNotFiniteMakesAllOfThemNaN(double bad) {
    double[] found = new SingularValues(2, 3).of(new double[] {1, 2, 3, bad, 5, 6}, 0);
    assertThat(found).containsExactly(Double.NaN, Double.NaN);
  }
}
