package org.dynlab.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingularVectorsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "9, 1", "7, 7", "30, 12", "12, 30", "97, 128"})
  void theFactorsMultiplyToTheMatrix(int rows, int columns) {
    double[] a = new SplittableRandom(5).doubles((long) rows * columns + 11, -1, 1).toArray();
    double[] copy = a.clone();
    SingularVectors vectors = new SingularVectors(rows, columns);
    assertThat(vectors.decompose(a, 5)).isTrue();
    assertThat(a).isEqualTo(copy);
    double[] sigma = vectors.values();
    assertThat(sigma).containsExactly(Reference.singularValues(a, 5, rows, columns), within(1e-12));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int k = 0; k < sigma.length; k++) {
          double u = vectors.left().entries().get(k * rows + i);
          sum += u * sigma[k] * vectors.right().entries().get(j * sigma.length + k);
        }
        assertThat(sum).isCloseTo(a[5 + j * rows + i], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 12", "12, 30", "5, 5", "226, 200", "60, 190"})
  void theVectorsAreOrthonormal(int rows, int columns) {
    double[] a = new SplittableRandom(6).doubles((long) rows * columns, -1, 1).toArray();
    SingularVectors vectors = new SingularVectors(rows, columns);
    assertThat(vectors.decompose(a, 0)).isTrue();
    int count = Math.min(rows, columns);
    DenseMatrix left = new DenseMatrix(count, count);
    DenseMatrix right = new DenseMatrix(count, count);
    MatrixProduct.ofColumns(vectors.left(), left);
    MatrixProduct.ofRows(vectors.right(), right);
    for (int i = 0; i < count * count; i++) {
      double unit = i % (count + 1) == 0 ? 1 : 0;
      assertThat(left.entries().get(i)).isCloseTo(unit, within(1e-13));
      assertThat(right.entries().get(i)).isCloseTo(unit, within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anEntryThatIsNotFiniteIsRefused(double bad) {
    SingularVectors vectors = new SingularVectors(2, 3);
    assertThat(vectors.decompose(new double[] {1, 2, 3, bad, 5, 6}, 0)).isFalse();
    assertThat(vectors.decompose(new double[] {bad, 2, 3, 4, 5, 6, 7}, 1)).isTrue();
  }
}
