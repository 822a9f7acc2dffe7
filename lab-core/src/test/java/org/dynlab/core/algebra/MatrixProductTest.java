package org.dynlab.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {

  private static DenseMatrix random(int rows, int columns, long seed) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    matrix
        .entries()
        .put(0, new SplittableRandom(seed).doubles((long) rows * columns, -1, 1).toArray());
    return matrix;
  }

  private static double entry(DenseMatrix a, int i, int j) {
    return a.entries().get(j * a.rows() + i);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 4", "1, 7, 2", "33, 20, 9"})
  void productsAreSumsOfProducts(int rows, int inner, int columns) {
    DenseMatrix a = random(rows, inner, 1);
    DenseMatrix b = random(inner, columns, 2);
    DenseMatrix c = random(rows, columns, 3);
    DenseMatrix before = random(rows, columns, 3);
    MatrixProduct.times(0.5, a, b, -2, c);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = -2 * entry(before, i, j);
        for (int k = 0; k < inner; k++) {
          sum += 0.5 * entry(a, i, k) * entry(b, k, j);
        }
        assertThat(entry(c, i, j)).isCloseTo(sum, within(1e-14 * inner));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 3", "3, 5", "40, 17"})
  void innerProductsOfRowsAndColumnsFillBothTriangles(int rows, int columns) {
    DenseMatrix a = random(rows, columns, 4);
    DenseMatrix ofRows = new DenseMatrix(rows, rows);
    DenseMatrix ofColumns = new DenseMatrix(columns, columns);
    MatrixProduct.ofRows(a, ofRows);
    MatrixProduct.ofColumns(a, ofColumns);
    DenseMatrix turned = new DenseMatrix(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned.entries().put(i * columns + j, entry(a, i, j));
      }
    }
    assertSame(ofRows, a, turned);
    assertSame(ofColumns, turned, a);
  }

  private static void assertSame(DenseMatrix product, DenseMatrix a, DenseMatrix b) {
    DenseMatrix expected = new DenseMatrix(a.rows(), b.columns());
    MatrixProduct.times(1, a, b, 0, expected);
    for (int i = 0; i < expected.rows() * expected.columns(); i++) {
      assertThat(product.entries().get(i)).isCloseTo(expected.entries().get(i), within(1e-13));
    }
  }

  @Test
  void whatTheResultHeldIsNotReadWithoutAFactor() {
    DenseMatrix c = new DenseMatrix(1, 1);
    c.entries().put(0, Double.NaN);
    MatrixProduct.times(1, random(1, 2, 5), random(2, 1, 6), 0, c);
    assertThat(c.entries().get(0)).isFinite();
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    DenseMatrix a = new DenseMatrix(2, 3);
    assertThatThrownBy(() -> MatrixProduct.times(1, a, a, 0, a))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 x 3 does not go with 2 x 3");
    assertThatThrownBy(() -> MatrixProduct.ofRows(a, new DenseMatrix(3, 3)))
        .hasMessage("2 x 3 does not go with 3 x 3");
    assertThatThrownBy(() -> MatrixProduct.ofColumns(a, new DenseMatrix(2, 2)))
        .hasMessage("2 x 3 does not go with 2 x 2");
  }
}
