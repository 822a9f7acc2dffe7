package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {

  /** A data set: all columns but one explain that one. */
  private static final class Data {
    final Design design;
    final double[] y;

    private Data(Design design, double[] y) {
      this.design = design;
      this.y = y;
    }

    static Data of(String file, String target) {
      List<List<String>> rows = Reference.rows(file);
      List<String> names = new ArrayList<>(rows.get(0));
      int at = names.indexOf(target);
      names.remove(at);
      double[][] x = new double[rows.size() - 1][names.size()];
      double[] y = new double[x.length];
      for (int r = 0; r < x.length; r++) {
        List<String> words = new ArrayList<>(rows.get(r + 1));
        y[r] = Double.parseDouble(words.remove(at));
        for (int c = 0; c < x[r].length; c++) {
          x[r][c] = Double.parseDouble(words.get(c));
        }
      }
      return new Data(Design.of(names, x), y);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "longley, longley.csv, Employed, true",
    "longley0, longley.csv, Employed, false",
    "swiss, swiss.csv, Fertility, true",
    "sprays, sprays.csv, count, false"
  })
  void everyNumberIsThatOfR(String set, String file, String target, boolean intercept) {
    Data data = Data.of(file, target);
    Design design = intercept ? data.design.withIntercept() : data.design;
    LeastSquares found = LeastSquares.of(design, data.y);
    int compared = 0;
    for (List<String> row : Reference.rows("ols.csv")) {
      if (row.get(0).equals(set)) {
        String name = row.get(2).equals("(Intercept)") ? Design.INTERCEPT : row.get(2);
        double expected = Double.parseDouble(row.get(3));
        assertThat(number(found, row.get(1), name))
            .as(String.join(" ", row))
            .isCloseTo(expected, within(1e-10 * Math.abs(expected)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(6 * found.coefficients().size() + 7);
  }

  private static double number(LeastSquares found, String what, String name) {
    return switch (what) {
      case "f" -> found.overall().f();
      case "numerator" -> found.overall().numerator();
      case "denominator" -> found.overall().denominator();
      case "overall_p" -> found.overall().p();
      case "rss" -> found.residualSquares();
      case "r2" -> found.rSquared();
      case "rank" -> found.rank();
      default -> number(found.coefficient(name).orElseThrow(), what);
    };
  }

  private static double number(Coefficient coefficient, String what) {
    return switch (what) {
      case "estimate" -> coefficient.estimate();
      case "error" -> coefficient.standardError();
      case "t" -> coefficient.t();
      case "p" -> coefficient.p();
      case "low" -> coefficient.interval().low();
      case "high" -> coefficient.interval().high();
      default -> throw new IllegalArgumentException(what);
    };
  }

  /**
   * Certified values of NIST's Statistical Reference Datasets, Longley (1967), in whose units the
   * columns of R's data set are multiplied by powers of ten.
   */
  @ParameterizedTest
  @CsvSource({
    "(intercept),   -3482258.63459582,     890420.383607373,    1",
    "GNP.deflator,   15.0618722713733,     84.9149257747669,    1",
    "GNP,           -0.0358191792925910,   0.0334910077722432,  1e3",
    "Unemployed,    -2.02022980381683,     0.488399681651699,   10",
    "Armed.Forces,  -1.03322686717359,     0.214274163161675,   10",
    "Population,    -0.0511041056535807,   0.226073200069370,   1e3",
    "Year,           1829.15146461355,     455.478499142212,    1"
  })
  void longleyIsAsCertified(String column, double estimate, double error, double unit) {
    Data data = Data.of("longley.csv", "Employed");
    LeastSquares found = LeastSquares.of(data.design.withIntercept(), data.y);
    Coefficient coefficient = found.coefficient(column).orElseThrow();
    double scale = 1e3 / unit;
    assertThat(coefficient.estimate() * scale)
        .isCloseTo(estimate, within(1e-10 * Math.abs(estimate)));
    assertThat(coefficient.standardError() * scale).isCloseTo(error, within(1e-10 * error));
    assertThat(found.rSquared()).isCloseTo(0.995479004577296, within(1e-10));
    assertThat(found.overall().f()).isCloseTo(330.285339234588, within(1e-10 * 330));
    assertThat(found.residualDeviation()).isCloseTo(0.304854073561965, within(1e-10));
  }

  @Test
  void columnsThatDependOnOthersAreNamedWithTheCombination() {
    Data data = Data.of("swiss.csv", "Fertility");
    LeastSquares found = LeastSquares.of(data.design.withIntercept(), data.y);
    assertThat(found.dependent())
        .extracting(Dependence::text)
        .containsExactly("Field = 1·Agriculture + 2·Education");
    assertThat(found.coefficient("Field")).isEmpty();
    assertThat(found.rank()).isEqualTo(6);
  }

  @Test
  void countsThatSumToTheSameTotalAreAboutTheMeanWithoutAnIntercept() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] counts = new double[30][];
    double[] y = new double[30];
    for (int r = 0; r < y.length; r++) {
      double a = random.nextInt(40);
      double b = random.nextInt(40);
      counts[r] = new double[] {a, b, 0, 100 - a - b};
      y[r] = a + 0.2 * b + random.nextDouble();
    }
    Design design = Design.of(List.of("a", "b", "never", "c"), counts);
    LeastSquares bare = LeastSquares.of(design, y);
    LeastSquares with = LeastSquares.of(design.withIntercept(), y);
    assertThat(bare.centred()).isTrue();
    assertThat(bare.rank()).isEqualTo(3);
    assertThat(bare.overall().numerator()).isEqualTo(2);
    assertThat(bare.rSquared()).isCloseTo(with.rSquared(), within(1e-12));
    assertThat(bare.overall().f()).isCloseTo(with.overall().f(), within(1e-6));
    assertThat(bare.dependent()).extracting(Dependence::text).containsExactly("never = 0");
    assertThat(with.dependent())
        .extracting(Dependence::text)
        .containsExactly("never = 0", "c = 100·(intercept) − 1·a − 1·b");
  }

  @Test
  void asManyColumnsAsObservationsLeaveNothingToTestWith() {
    Design design = Design.of(List.of("x"), new double[][] {{1}, {2}}).withIntercept();
    LeastSquares found = LeastSquares.of(design, new double[] {3, 5});
    assertThat(found.coefficient("x").orElseThrow().estimate()).isCloseTo(2, within(1e-12));
    assertThat(found.coefficient("x").orElseThrow().p()).isNaN();
    assertThat(found.overall().p()).isNaN();
    assertThat(found.residualDegrees()).isZero();
  }

  @Test
  void aTargetThatDoesNotVaryHasNoShareToExplain() {
    Design design = Design.of(List.of("x"), new double[][] {{1}, {2}, {4}}).withIntercept();
    LeastSquares found = LeastSquares.of(design, new double[] {7, 7, 7});
    assertThat(found.rSquared()).isNaN();
    assertThat(found.overall().f()).isNaN();
    assertThat(found.coefficient("x").orElseThrow().estimate()).isCloseTo(0, within(1e-12));
  }

  @Test
  void columnsOfNothingButZerosExplainNothing() {
    LeastSquares found =
        LeastSquares.of(Design.of(List.of("x"), new double[3][1]), new double[] {1, 2, 3});
    assertThat(found.rank()).isZero();
    assertThat(found.rSquared()).isZero();
    assertThat(found.overall().f()).isNaN();
  }

  @Test
  void whatIsNoNumberIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Design.of(List.of("x"), new double[][] {{1}, {Double.NaN}}))
        .hasMessage("x[1] is NaN");
    Design design = Design.of(List.of("x"), new double[][] {{1}, {2}});
    assertThatThrownBy(() -> LeastSquares.of(design, new double[] {1, Double.POSITIVE_INFINITY}))
        .hasMessage("y[1] is Infinity");
    assertThatThrownBy(() -> LeastSquares.of(design, new double[] {1}))
        .hasMessage("2 observations, 1 targets");
    assertThatThrownBy(() -> Design.of(List.of("x", "x"), new double[][] {{1, 2}}))
        .hasMessageContaining("distinct");
  }
}
