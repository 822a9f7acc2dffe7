package org.dynlab.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
  private static final double CUT_OFF = Math.ulp(1.0);

  private static DenseMatrix random(int rows, int columns, SplittableRandom random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.entries().put(i, random.nextDouble(-1, 1));
    }
    return matrix;
  }

  private static double[] residual(DenseMatrix phi, double[] beta, double[] y) {
    double[] r = y.clone();
    for (int j = 0; j < phi.columns(); j++) {
      for (int i = 0; i < phi.rows(); i++) {
        r[i] -= phi.entries().get(j * phi.rows() + i) * beta[j];
      }
    }
    return r;
  }

  /** The law that tells the minimum: Φᵀ(y − Φβ) = 0. */
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "50, 20", "20, 20", "400, 100"})
  void theResidualIsOrthogonalToEveryColumn(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(rows);
    DenseMatrix phi = random(rows, columns, random);
    double[] y = random.doubles(rows, -1, 1).toArray();
    double[] beta = new LeastSquares(rows, columns, CUT_OFF).solve(phi, y);
    double[] r = residual(phi, beta, y);
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += phi.entries().get(j * rows + i) * r[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-11));
    }
  }

  @Test
  void ofManySolutionsTheShortestIsTaken() {
    DenseMatrix twice = new DenseMatrix(3, 2);
    double[] column = {1, 2, 2};
    twice.entries().put(0, column).put(3, column);
    double[] beta = new LeastSquares(3, 2, 1e-12).solve(twice, new double[] {2, 4, 4});
    assertThat(beta).containsExactly(new double[] {1, 1}, within(1e-14));
    DenseMatrix wide = new DenseMatrix(1, 2);
    wide.entries().put(0, new double[] {3, 4});
    assertThat(new LeastSquares(1, 2, CUT_OFF).solve(wide, new double[] {5}))
        .containsExactly(new double[] {0.6, 0.8}, within(1e-14));
  }

  @Test
  void theMatrixIsLeftAsItIsAndTheScratchServesAgain() {
    DenseMatrix phi = random(9, 4, new SplittableRandom(2));
    double first = phi.entries().get(5);
    LeastSquares solver = new LeastSquares(9, 4, CUT_OFF);
    double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] beta = solver.solve(phi, y);
    assertThat(solver.solve(phi, y)).isEqualTo(beta);
    assertThat(phi.entries().get(5)).isEqualTo(first);
    assertThat(y[3]).isEqualTo(4);
  }

  @Test
  void anEntryThatIsNotFiniteGivesNaN() {
    LeastSquares solver = new LeastSquares(3, 2, CUT_OFF);
    DenseMatrix phi = random(3, 2, new SplittableRandom(1));
    assertThat(solver.solve(phi, new double[] {1, Double.POSITIVE_INFINITY, 0}))
        .containsOnly(Double.NaN);
    phi.entries().put(4, Double.NaN);
    assertThat(solver.solve(phi, new double[] {1, 2, 3})).containsOnly(Double.NaN);
  }

  @Test
  void anotherShapeIsRefused() {
    LeastSquares solver = new LeastSquares(3, 2, CUT_OFF);
    assertThatThrownBy(() -> solver.solve(new DenseMatrix(2, 3), new double[2]))
        .hasMessage("2 x 3 and 2 for a system of 3");
  }
}
