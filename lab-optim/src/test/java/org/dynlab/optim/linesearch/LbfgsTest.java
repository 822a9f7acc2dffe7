package org.dynlab.optim.linesearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {
  private static final Lbfgs USUAL = rule(1, 50);

  private static Lbfgs rule(double rate, int history) {
    return new Lbfgs(new Constant(rate), history, 1e-4, 0.9, 25, 1e-7, 1e-9);
  }

  private static double[] slot(RuleState state, String name) {
    Slot found =
        state.slots().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    return found.values();
  }

  private static double evaluations(RuleState state) {
    return slot(state, "lbfgs.counts")[1];
  }

  private static double restarts(RuleState state) {
    return slot(state, "lbfgs.counts")[2];
  }

  private static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("rosenbrock2", Landscape.ROSENBROCK, USUAL, 36, 1e-10),
        Arguments.of("rosenbrock6", Landscape.ROSENBROCK, USUAL, 24, 1e-10),
        Arguments.of("rosenbrock6Short", Landscape.ROSENBROCK, rule(0.5, 3), 36, 1e-10),
        Arguments.of("logistic", Landscape.LOGISTIC, USUAL, 12, 1e-10));
  }

  /** Against PyTorch; how the file was made stands at its head. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void iterationsAndEvaluationsAreThoseOfPyTorch(
      String name, Landscape landscape, Lbfgs rule, int steps, double tolerance)
      throws IOException {
    List<String[]> rows = rows(name);
    double[] x = numbers(rows.get(0));
    RuleState state = Landscape.begin(rule, x.length);
    for (int t = 1; t <= steps; t++) {
      x = landscape.follow(state, x, t, 1)[0];
      assertThat(x).as("step %s", t).containsExactly(numbers(rows.get(t)), within(tolerance));
      assertThat(evaluations(state)).isEqualTo(Double.parseDouble(rows.get(t)[3]));
    }
    assertThat(rows).hasSizeGreaterThan(steps);
  }

  private static double[] numbers(String[] row) {
    return Arrays.stream(row, 4, row.length).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String[]> rows(String name) throws IOException {
    try (InputStream in = LbfgsTest.class.getResourceAsStream("/reference/lbfgs-trajectory.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  /** With an exact line search it is the conjugate gradient method. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12})
  void aQuadraticIsSolvedInAsManyIterationsAsItHasDimensions(int size) {
    Landscape bowl =
        (x, g) -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            g[i] = (i + 1) * (x[i] - i);
            sum += g[i] * (x[i] - i) / 2;
          }
          return sum;
        };
    Lbfgs exact = new Lbfgs(new Constant(1), 50, 1e-10, 1e-9, 25, 0, 0);
    double[] start = new double[size];
    Arrays.fill(start, -1);
    double[] end = bowl.follow(exact, start, size + 1)[size];
    for (int i = 0; i < size; i++) {
      assertThat(end[i]).isCloseTo(i, within(1e-6));
    }
  }

  @Test
  void itGoesOnWhereItWasStoppedBitForBit() {
    double[] start = {-1.2, 1, 0.5, -0.5, 2, 0};
    Lbfgs rule = rule(1, 4);
    double[][] whole = Landscape.ROSENBROCK.follow(rule, start, 30);
    for (int stop = 1; stop < 30; stop += 4) {
      RuleState before = Landscape.begin(rule, 6);
      double[][] head = Landscape.ROSENBROCK.follow(before, start, 1, stop);
      RuleState after = Landscape.begin(rule, 6);
      for (int k = 0; k < before.slots().size(); k++) {
        double[] values = before.slots().get(k).values();
        System.arraycopy(values, 0, after.slots().get(k).values(), 0, values.length);
      }
      double[][] tail = Landscape.ROSENBROCK.follow(after, head[stop - 1], stop + 1, 30 - stop);
      assertThat(tail).isDeepEqualTo(Arrays.copyOfRange(whole, stop, 30));
    }
  }

  @Test
  void theLossNeverRises() {
    double before = Double.POSITIVE_INFINITY;
    for (double[] x : Landscape.ROSENBROCK.follow(rule(1, 5), new double[] {3, -4, 0, 1}, 200)) {
      double loss = Landscape.ROSENBROCK.loss(x, new double[4]);
      assertThat(loss).isLessThanOrEqualTo(before);
      before = loss;
    }
    assertThat(before).isLessThan(1e-8);
  }

  @Test
  void nothingMovesWhereTheGradientIsBelowItsTolerance() {
    RuleState state = Landscape.begin(USUAL, 2);
    double[][] path = Landscape.ROSENBROCK.follow(state, new double[] {1, 1 + 1e-11}, 1, 3);
    assertThat(path[2]).containsExactly(1, 1 + 1e-11);
    assertThat(evaluations(state)).isEqualTo(3);
  }

  /** The gradient of the step points uphill, so no trial is lower. */
  @Test
  void aSearchThatFindsNothingLeavesTheParametersAndStartsAgain() {
    Landscape lying =
        (x, g) -> {
          g[0] = -2 * x[0];
          return x[0] * x[0];
        };
    RuleState state = Landscape.begin(USUAL, 1);
    double[][] path = lying.follow(state, new double[] {1}, 1, 2);
    assertThat(path[1]).containsExactly(1);
    assertThat(restarts(state)).isEqualTo(2);
    assertThat(slot(state, "lbfgs.place")).containsOnly(0);
  }

  @Test
  void aCliffOfInfiniteLossIsSteppedBackFrom() {
    Landscape cliff =
        (x, g) -> {
          g[0] = x[0] > 0.5 ? Double.NaN : -1 + x[0];
          return x[0] > 0.5 ? Double.NaN : -x[0] + x[0] * x[0] / 2;
        };
    double[][] path = cliff.follow(USUAL, new double[] {0}, 8);
    assertThat(path[7][0]).isBetween(0.1, 0.5);
  }

  @Test
  void aGradientThatIsNotANumberLeavesAsItCame() {
    Landscape bad =
        (x, g) -> {
          Arrays.fill(g, Double.NaN);
          return 1;
        };
    assertThat(bad.follow(USUAL, new double[] {1, 2}, 1)[0]).containsOnly(Double.NaN);
  }

  @Test
  void itAsksForFullBatchesAndOtherPoints() {
    assertThat(USUAL.needs().otherPoints()).isTrue();
    assertThat(USUAL.needs().fullBatch())
        .contains("a line search compares losses of one batch; write batch: full, or use adam");
  }
}
