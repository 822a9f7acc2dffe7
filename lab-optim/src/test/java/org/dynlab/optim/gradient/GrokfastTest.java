package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrokfastTest {
  private static final int STEPS = 60;
  private static final double[][] GRADIENTS = Trajectory.gradients(STEPS);

  /** What left the rule at every update. */
  private static double[][] filtered(UpdateRule rule, double[][] gradients) {
    RuleState state = Trajectory.begin(rule);
    double[][] out = new double[gradients.length][];
    for (int t = 1; t <= gradients.length; t++) {
      out[t - 1] = gradients[t - 1].clone();
      state.rewrite(out[t - 1], new Trajectory.Step(t, Trajectory.start()));
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"0.98, 2", "0, 1", "0.8, 0.1"})
  void theAverageIsOfAllGradientsBeginningWithTheFirst(double alpha, double lambda) {
    double[][] out = filtered(new GrokfastEma(alpha, lambda), GRADIENTS);
    for (int t = 1; t <= STEPS; t++) {
      for (int i = 0; i < out[0].length; i++) {
        double average = Math.pow(alpha, t - 1) * GRADIENTS[0][i];
        for (int s = 2; s <= t; s++) {
          average += Math.pow(alpha, t - s) * (1 - alpha) * GRADIENTS[s - 1][i];
        }
        double expected = GRADIENTS[t - 1][i] + lambda * average;
        assertThat(out[t - 1][i]).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 5, false", "7, 5, false", "7, 0.3, true", "60, 2, false", "100, 2, true"})
  void theMeanIsOfTheLastGradientsOnceThereAreEnough(int window, double lambda, boolean early) {
    double[][] out = filtered(new GrokfastMa(window, lambda, early), GRADIENTS);
    for (int t = 1; t <= STEPS; t++) {
      for (int i = 0; i < out[0].length; i++) {
        double sum = 0;
        int seen = 0;
        for (int s = Math.max(1, t - window + 1); s <= t; s++) {
          sum += GRADIENTS[s - 1][i];
          seen++;
        }
        double added = seen == window || early ? lambda * sum / seen : 0;
        double expected = GRADIENTS[t - 1][i] + added;
        assertThat(out[t - 1][i]).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
      }
    }
  }

  @Test
  void withoutWeightTheGradientIsLeftAlone() {
    assertThat(filtered(new GrokfastEma(0.98, 0), GRADIENTS)).isDeepEqualTo(GRADIENTS);
    assertThat(filtered(new GrokfastMa(5, 0, true), GRADIENTS)).isDeepEqualTo(GRADIENTS);
  }

  @Test
  void aConstantGradientIsMultiplied() {
    double[][] constant = new double[30][];
    Arrays.fill(constant, GRADIENTS[0]);
    for (UpdateRule rule : List.of(new GrokfastEma(0.9, 2), new GrokfastMa(4, 2, true))) {
      for (double[] out : filtered(rule, constant)) {
        for (int i = 0; i < out.length; i++) {
          assertThat(out[i]).isCloseTo(3 * GRADIENTS[0][i], within(1e-13 * Math.abs(out[i])));
        }
      }
    }
  }

  @Test
  void aHugeGradientLeavesNoTraceOnceItIsOutOfTheWindow() {
    double[][] gradients = Trajectory.gradients(40);
    gradients[3][0] = 1e30;
    double[][] out = filtered(new GrokfastMa(5, 1, true), gradients);
    double[][] clean = filtered(new GrokfastMa(5, 1, true), GRADIENTS);
    for (int t = 14; t < 40; t++) {
      assertThat(out[t]).containsExactly(clean[t], within(1e-13 * 100));
    }
  }

  @Test
  void aWindowThatCannotBeHeldIsRefused() {
    ParameterLayout large =
        new ParameterLayout(List.of(new ParameterBlock("a.W", Role.WEIGHT, 0, 10_000, 10_000)));
    assertThatThrownBy(() -> new GrokfastMa(100, 5, false).begin(large, Trajectory.SEEDS))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "optimizer: must fit into memory: window times parameters below 2^31,"
                + " got 100 times 100000000 (a shorter window, or grokfastEma)");
  }
}
