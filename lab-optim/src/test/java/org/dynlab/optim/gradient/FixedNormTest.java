package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedNormTest {
  private static final int STEPS = 200;
  private static final FixedNorm FIRST = new FixedNorm(Optional.empty());
  private static final AdamW ADAMW = new AdamW(new Constant(0.05), 1, 0.9, 0.98, 1e-8, DecayOn.ALL);

  private static double norm(double[] x) {
    return Math.sqrt(DoubleStream.of(x).map(v -> v * v).sum());
  }

  private static double[][] follow(UpdateRule... links) {
    return Trajectory.follow(Chain.of(links), Trajectory.start(), Trajectory.gradients(STEPS));
  }

  @Test
  void theNormOfTheFirstParametersIsKept() {
    double expected = norm(Trajectory.start());
    assertThat(List.of(follow(ADAMW, FIRST)))
        .allSatisfy(p -> assertThat(norm(p)).isCloseTo(expected, within(1e-12 * expected)));
    assertThat(norm(follow(ADAMW)[STEPS - 1])).isNotCloseTo(expected, within(0.1 * expected));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 33.8})
  void aGivenNormIsReachedByTheFirstUpdateAndKept(double norm) {
    assertThat(List.of(follow(ADAMW, new FixedNorm(Optional.of(norm)))))
        .allSatisfy(p -> assertThat(norm(p)).isCloseTo(norm, within(1e-12 * norm)));
  }

  @Test
  void projectingTwiceIsProjectingOnce() {
    double[][] once = follow(ADAMW, FIRST);
    double[][] twice = follow(ADAMW, FIRST, FIRST);
    for (int t = 0; t < STEPS; t++) {
      assertThat(twice[t]).containsExactly(once[t], within(1e-9));
    }
  }

  @Test
  void theParametersLandWhereTheUpdatePoints() {
    double[] start = Trajectory.start();
    double[] free = Trajectory.follow(ADAMW, start, Trajectory.gradients(1))[0];
    double[] fixed = Trajectory.follow(Chain.of(ADAMW, FIRST), start, Trajectory.gradients(1))[0];
    double factor = norm(start) / norm(free);
    double[] expected = DoubleStream.of(free).map(v -> v * factor).toArray();
    assertThat(fixed).containsExactly(expected, within(1e-15));
  }

  @Test
  void anUpdateAlongTheParametersComesToNothing() {
    double[] start = Trajectory.start();
    double[] update = DoubleStream.of(start).map(v -> -0.3 * v).toArray();
    Trajectory.begin(FIRST).rewrite(update, new Trajectory.Step(1, start));
    assertThat(update).containsExactly(new double[start.length], within(1e-15));
  }

  @Test
  void whereThereIsNoDirectionTheUpdateIsLeftAlone() {
    double[] start = Trajectory.start();
    double[] back = DoubleStream.of(start).map(v -> -v).toArray();
    double[] update = back.clone();
    Trajectory.begin(FIRST).rewrite(update, new Trajectory.Step(1, start));
    assertThat(update).isEqualTo(back);
    RuleState state = Trajectory.begin(FIRST);
    state.rewrite(update, new Trajectory.Step(1, new double[start.length]));
    assertThat(update).isEqualTo(back);
    assertThat(state.slots().get(0).values()).containsExactly(0);
  }
}
