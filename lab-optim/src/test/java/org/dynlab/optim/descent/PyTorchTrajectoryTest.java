package org.dynlab.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against trajectories written by PyTorch; how they were made stands at the head of the file. */
class PyTorchTrajectoryTest {
  private static final int SIZE = Trajectory.LAYOUT.size();

  private static Stream<Arguments> cases() {
    Constant fast = new Constant(0.01);
    Constant slow = new Constant(2e-3);
    return Stream.of(
        Arguments.of("adamwStrongDecay", 200, new AdamW(fast, 5, 0.9, 0.999, 1e-8, DecayOn.ALL)),
        Arguments.of(
            "adamwWeakDecay", 200, new AdamW(new Constant(1e-3), 1, 0.9, 0.98, 1e-8, DecayOn.ALL)),
        Arguments.of(
            "adamCoupled", 60, new Adam(new Constant(0.02), 0.9, 0.999, 1e-6, 0.1, DecayOn.ALL)),
        Arguments.of(
            "momentum", 60, new Momentum(new Constant(2e-3), 0.9, false, 0.05, DecayOn.ALL)),
        Arguments.of(
            "nesterov", 60, new Momentum(new Constant(2e-3), 0.8, true, 0.05, DecayOn.ALL)),
        Arguments.of("sgd", 60, new Sgd(new Constant(5e-3), 0.2, DecayOn.ALL)),
        Arguments.of("nadam", 120, new NesterovAdam(fast, 0.9, 0.999, 1e-8, 4e-3, 0, DecayOn.ALL)),
        Arguments.of(
            "nadamCoupled", 60, new NesterovAdam(slow, 0.9, 0.999, 1e-6, 0.5, 0.1, DecayOn.ALL)),
        Arguments.of("rmsprop", 60, new Rmsprop(fast, 0.99, 1e-8, 0, false, 0, DecayOn.ALL)),
        Arguments.of(
            "rmspropCoupled", 60, new Rmsprop(slow, 0.9, 1e-8, 0.8, false, 0.1, DecayOn.ALL)),
        Arguments.of(
            "rmspropCentred", 60, new Rmsprop(slow, 0.95, 1e-6, 0.5, true, 0, DecayOn.ALL)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void parametersFollowPyTorchWithinOneInTenBillion(String name, int steps, UpdateRule rule)
      throws IOException {
    List<String[]> rows = rows(name);
    assertThat(rows).hasSize(steps + 1);
    double[] start = numbers(rows.get(0), 2 + SIZE);
    double[][] gradients =
        rows.stream().skip(1).map(row -> numbers(row, 2)).toArray(double[][]::new);
    double[][] ours = Trajectory.follow(rule, start, gradients);
    for (int t = 1; t <= steps; t++) {
      assertThat(ours[t - 1])
          .as("step %s", t)
          .containsExactly(numbers(rows.get(t), 2 + SIZE), within(1e-10));
    }
  }

  private static double[] numbers(String[] row, int from) {
    return Arrays.stream(row, from, from + SIZE).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String[]> rows(String name) throws IOException {
    try (InputStream in =
        PyTorchTrajectoryTest.class.getResourceAsStream("/reference/adamw-trajectory.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
