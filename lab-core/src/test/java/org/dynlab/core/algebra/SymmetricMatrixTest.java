package org.dynlab.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricMatrixTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1.0",
    "40, 1, 1, 1.0",
    "1, 7, 1, 1.0",
    "30, 5, 5, 0.5",
    "30, 20, 3, 0.5",
    "30, 20, 20, 0.7",
    "20, 30, 20, 0.7",
    "12, 50, 4, 0.3",
    "100, 64, 64, 0.8",
    "150, 130, 10, 0.6",
    "150, 130, 130, 0.95",
    "200, 97, 97, 0.9"
  })
  void inertiaAgreesWithTheEigenvaluesOfGramMatrices(
      int rows, int columns, int rank, double decay) {
    for (long seed = 1; seed <= 10; seed++) {
      SymmetricMatrix gram = new SymmetricMatrix(Math.min(rows, columns));
      gram.setGram(Reference.features(rows, columns, rank, decay, seed), 1.0 / rows);
      assertCountsAgree(gram);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 63, 64, 65, 128, 200})
  void inertiaAgreesWithTheEigenvaluesOfIndefiniteMatrices(int order) {
    for (long seed = 1; seed <= 5; seed++) {
      assertCountsAgree(Reference.indefinite(order, seed));
    }
  }

  private static void assertCountsAgree(SymmetricMatrix a) {
    double[] eigenvalues = Reference.eigenvalues(a);
    Tridiagonal tridiagonal = a.tridiagonal();
    for (double threshold : decidable(eigenvalues)) {
      int expected = Reference.countAbove(eigenvalues, threshold);
      assertThat(a.countAbove(threshold)).as("inertia at %s", threshold).isEqualTo(expected);
      assertThat(tridiagonal.countAbove(threshold))
          .as("Sturm count at %s", threshold)
          .isEqualTo(expected);
    }
  }

  /** Thresholds between and just beside the eigenvalues, further from each than rounding. */
  private static List<Double> decidable(double[] eigenvalues) {
    double norm = Math.max(Math.abs(eigenvalues[0]), eigenvalues[eigenvalues.length - 1]);
    double noise = 1e-14 * norm * eigenvalues.length;
    List<Double> thresholds = new ArrayList<>(List.of(-2 * norm, 2 * norm));
    for (int k = 0; k < eigenvalues.length; k++) {
      thresholds.add(eigenvalues[k] - 4 * noise);
      thresholds.add(eigenvalues[k] + 4 * noise);
      thresholds.add(k == 0 ? norm : (eigenvalues[k - 1] + eigenvalues[k]) / 2);
    }
    thresholds.removeIf(
        threshold -> {
          for (double value : eigenvalues) {
            if (Math.abs(value - threshold) < noise) {
              return true;
            }
          }
          return false;
        });
    return thresholds;
  }

  @Test
  void anEigenvalueEqualToTheThresholdIsNotAbove() {
    SymmetricMatrix diagonal = new SymmetricMatrix(5);
    double[] values = {1, 2, 2, 3, 0};
    for (int i = 0; i < values.length; i++) {
      diagonal.set(i, i, values[i]);
    }
    assertThat(diagonal.countAbove(2)).isEqualTo(1);
    assertThat(diagonal.countAbove(Math.nextDown(2.0))).isEqualTo(3);
    assertThat(diagonal.countAbove(0)).isEqualTo(4);
    assertThat(diagonal.tridiagonal().countAbove(2)).isEqualTo(1);
    assertThat(diagonal.tridiagonal().countAbove(Math.nextDown(2.0))).isEqualTo(3);
    assertThat(diagonal.tridiagonal().largest()).isEqualTo(3, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void theZeroMatrixHasNothingAboveAnyThresholdFromZero(int order) {
    SymmetricMatrix zero = new SymmetricMatrix(order);
    for (double threshold : new double[] {0, 1e-300, 1e-6, 1}) {
      assertThat(zero.countAbove(threshold)).isZero();
      assertThat(zero.tridiagonal().countAbove(threshold)).isZero();
    }
    assertThat(zero.countAbove(-1e-300)).isEqualTo(order);
    assertThat(zero.tridiagonal().largest()).isZero();
    assertThat(zero.eigenvalues()).containsOnly(0);
  }

  @Test
  void aPivotOfOrderTwoHasOneEigenvalueOfEachSign() {
    SymmetricMatrix swap = new SymmetricMatrix(4);
    swap.set(0, 1, 1);
    swap.set(2, 3, 1e-200);
    assertThat(swap.countAbove(0)).isEqualTo(2);
    assertThat(swap.countAbove(0.5)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 100})
  void eigenvaluesAgreeWithEjml(int order) {
    SymmetricMatrix a = Reference.indefinite(order, 3);
    double[] expected = Reference.eigenvalues(a);
    assertThat(a.eigenvalues()).containsExactly(expected, within(1e-13 * order));
    assertThat(a.tridiagonal().largest()).isEqualTo(expected[order - 1], within(1e-13 * order));
  }

  @Test
  void questionsLeaveTheMatrixAsItIs() {
    SymmetricMatrix a = Reference.indefinite(20, 5);
    SymmetricMatrix untouched = Reference.indefinite(20, 5);
    a.countAbove(0.1);
    a.tridiagonal();
    a.eigenvalues();
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        assertThat(a.get(i, j)).isEqualTo(untouched.get(i, j)).isEqualTo(a.get(j, i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 4", "4, 9", "5, 5", "1, 3"})
  void theGramMatrixIsTheScaledProductOfTheSmallerSide(int rows, int columns) {
    DenseMatrix phi = Reference.features(rows, columns, Math.min(rows, columns), 0.9, 8);
    SymmetricMatrix gram = new SymmetricMatrix(Math.min(rows, columns));
    gram.setGram(phi, 0.25);
    for (int i = 0; i < gram.order(); i++) {
      for (int j = 0; j < gram.order(); j++) {
        assertThat(gram.get(i, j)).isEqualTo(0.25 * product(phi, i, j), within(1e-14));
      }
    }
  }

  private static double product(DenseMatrix phi, int i, int j) {
    int n = phi.rows();
    double sum = 0;
    boolean tall = phi.columns() <= n;
    for (int k = 0; k < Math.max(n, phi.columns()); k++) {
      sum +=
          phi.entries().get(tall ? i * n + k : k * n + i)
              * phi.entries().get(tall ? j * n + k : k * n + j);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e200})
  void theTraceOfAGramMatrixTellsOfEntriesThatAreNotFinite(double bad) {
    DenseMatrix phi = Reference.features(6, 4, 4, 0.9, 1);
    phi.entries().put(9, bad);
    SymmetricMatrix gram = new SymmetricMatrix(4);
    gram.setGram(phi, 1);
    assertThat(Double.isFinite(gram.trace())).isFalse();
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new SymmetricMatrix(0)).hasMessage("order must be at least 1, got 0");
    assertThatThrownBy(() -> new DenseMatrix(3, 0))
        .hasMessage("sizes must be at least 1, got 3 x 0");
    assertThatThrownBy(() -> new SymmetricMatrix(3).setGram(new DenseMatrix(5, 4), 1))
        .hasMessage("order must be min(5, 4), got 3");
    assertThatThrownBy(() -> new Tridiagonal(new double[2], new double[2]))
        .hasMessage("must have n >= 1 and n - 1 entries, got 2 and 2");
  }
}
