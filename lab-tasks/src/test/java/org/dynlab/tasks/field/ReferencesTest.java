package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferencesTest {

  @Test
  void colesSolutionIsTheSameWithFiftyAndWithAHundredNodes() {
    ColeHopf few = new ColeHopf(Burgers.VISCOSITY, 50);
    ColeHopf many = new ColeHopf(Burgers.VISCOSITY, 100);
    double difference = 0;
    double size = 0;
    for (int i = 0; i < 256; i++) {
      for (int n = 0; n < 100; n++) {
        double x = -1 + 2.0 * i / 255;
        double d = few.at(x, n / 100.0) - many.at(x, n / 100.0);
        difference += d * d;
        size += many.at(x, n / 100.0) * many.at(x, n / 100.0);
      }
    }
    assertThat(Math.sqrt(difference / size)).isLessThan(2e-8).isGreaterThan(1e-11);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.2", "-0.3, 0.4", "0.05, 0.6", "0.9, 0.8", "-0.02, 0.3"})
  void colesSolutionSatisfiesBurgersEquation(double x, double t) {
    ColeHopf u = new ColeHopf(Burgers.VISCOSITY, 100);
    double h = 5e-4;
    double[] jet = {
      u.at(x, t),
      fourth(u.at(x - 2 * h, t), u.at(x - h, t), u.at(x + h, t), u.at(x + 2 * h, t), h),
      fourth(u.at(x, t - 2 * h), u.at(x, t - h), u.at(x, t + h), u.at(x, t + 2 * h), h),
      (-u.at(x - 2 * h, t)
              + 16 * u.at(x - h, t)
              - 30 * u.at(x, t)
              + 16 * u.at(x + h, t)
              - u.at(x + 2 * h, t))
          / (12 * h * h)
    };
    double residual = Burgers.residual(new double[1], jet, new double[4]);
    assertThat(residual).isCloseTo(0, within(1e-5 * (1 + Math.abs(jet[0] * jet[1]))));
  }

  private static double fourth(double a, double b, double c, double d, double h) {
    return (a - 8 * b + 8 * c - d) / (12 * h);
  }

  @Test
  void colesSolutionStartsAtTheSineAndVanishesAtTheEnds() {
    ColeHopf u = new ColeHopf(Burgers.VISCOSITY, 100);
    assertThat(u.at(0.3, 0)).isCloseTo(-Math.sin(0.3 * Math.PI), within(1e-13));
    for (double t : new double[] {0.1, 0.5, 0.99}) {
      assertThat(u.at(1, t)).isCloseTo(0, within(1e-12));
      assertThat(u.at(-1, t)).isCloseTo(0, within(1e-12));
      assertThat(u.at(0.4, t)).isCloseTo(-u.at(-0.4, t), within(1e-13));
    }
  }

  /** Halving dt and dx divides the difference to the next finer one by 4. */
  @ParameterizedTest
  @EnumSource
  void strangSplittingConvergesWithOrderTwo(AllenCahnProblem problem) {
    double first = distance(solve(problem, 800, 400), solve(problem, 1600, 800));
    double second = distance(solve(problem, 1600, 800), solve(problem, 3200, 1600));
    assertThat(Math.log(first / second) / Math.log(2)).isBetween(1.9, 2.1);
    assertThat(second / 3).isLessThan(2e-5);
  }

  private static StrangSplitting solve(AllenCahnProblem problem, int intervals, int steps) {
    return problem == AllenCahnProblem.DIRICHLET
        ? StrangSplitting.fixedEnds(problem.diffusion(), intervals, steps)
        : StrangSplitting.periodic(problem.diffusion(), intervals, steps);
  }

  private static double distance(StrangSplitting a, StrangSplitting b) {
    double difference = 0;
    double size = 0;
    PointSet grid = a.grid();
    for (int row = 0; row < grid.rows(); row++) {
      double d = a.at(grid.point(row)) - b.at(grid.point(row));
      difference += d * d;
      size += b.at(grid.point(row)) * b.at(grid.point(row));
    }
    return Math.sqrt(difference / size);
  }

  /** Why the ends' term asks for u_x = 0; at t = 0 itself the periodic start has a kink there. */
  @Test
  void thePeriodicSolutionIsEvenSoItsSlopeVanishesAtTheEnds() {
    StrangSplitting u = AllenCahnProblem.PERIODIC.solution();
    double odd = 0;
    for (int i = 0; i <= 200; i++) {
      for (int n = 0; n <= 100; n++) {
        double x = -1 + i / 100.0;
        double t = n / 100.0;
        odd = Math.max(odd, Math.abs(u.at(new double[] {x, t}) - u.at(new double[] {-x, t})));
      }
    }
    assertThat(odd).isLessThan(1e-10);
    assertThat(slopeAtEnd(u, 0)).isCloseTo(-2, within(0.02));
    assertThat(slopeAtEnd(u, 0.75)).isCloseTo(0, within(1e-3));
    assertThat(slopeAtEnd(u, 1)).isCloseTo(0, within(1e-3));
  }

  private static double slopeAtEnd(StrangSplitting u, double t) {
    double[] end = {1, t};
    double[] before = {0.99, t};
    double[] first = {0.98, t};
    return (3 * u.at(end) - 4 * u.at(before) + u.at(first)) / 0.02;
  }

  @ParameterizedTest
  @EnumSource
  void theStartIsKept(AllenCahnProblem problem) {
    StrangSplitting u = problem.solution();
    assertThat(u.at(new double[] {0.5, 0})).isCloseTo(0, within(1e-15));
    assertThat(u.at(new double[] {-1, 0})).isCloseTo(-1, within(1e-15));
    assertThat(u.at(new double[] {0.25, 0}))
        .isCloseTo(0.0625 * Math.cos(Math.PI / 4), within(1e-15));
    assertThat(u.grid().rows()).isEqualTo(201 * 101);
  }

  /** A wave on a ring is an eigenvector of every step. */
  @Test
  void crankNicolsonDampsAWaveByItsOwnFactor() {
    int n = 40;
    double r = 0.7;
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = Math.cos(2 * Math.PI * 3 * i / n + 0.4);
    }
    double eigenvalue = 2 * r * (1 - Math.cos(2 * Math.PI * 3 / n));
    double[] after = v.clone();
    new CrankNicolson(n, r, true).step(after, 0);
    for (int i = 0; i < n; i++) {
      assertThat(after[i]).isCloseTo(v[i] * (1 - eigenvalue) / (1 + eigenvalue), within(1e-14));
    }
  }

  @Test
  void crankNicolsonBetweenFixedEndsKeepsTheirValue() {
    double[] flat = {-1, -1, -1, -1};
    new CrankNicolson(4, 2.5, false).step(flat, -1);
    assertThat(flat).containsExactly(new double[] {-1, -1, -1, -1}, within(1e-14));
    double[] bump = {0, 0, 0, 0};
    CrankNicolson diffuse = new CrankNicolson(4, 2.5, false);
    for (int k = 0; k < 200; k++) {
      diffuse.step(bump, -1);
    }
    assertThat(bump).containsExactly(new double[] {-1, -1, -1, -1}, within(1e-12));
  }
}
