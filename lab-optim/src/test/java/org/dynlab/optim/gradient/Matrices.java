package org.dynlab.optim.gradient;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.SingularValues;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.Stream;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;

/** A tall and a wide weight matrix with biases, and seeded vectors over them. */
final class Matrices {
  static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new ParameterBlock("layer1.W", Role.WEIGHT, 0, 7, 4),
              new ParameterBlock("layer1.b", Role.BIAS, 28, 1, 4),
              new ParameterBlock("layer1.g", Role.GAIN, 32, 1, 4),
              new ParameterBlock("layer2.W", Role.WEIGHT, 36, 4, 9),
              new ParameterBlock("layer2.b", Role.BIAS, 72, 1, 9)));

  private Matrices() {}

  static double[] random(String name) {
    Stream stream = Trajectory.SEEDS.stream(name);
    double[] values = new double[LAYOUT.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = stream.gaussian();
    }
    return values;
  }

  /** What becomes of an update in the first step of a rule. */
  static double[] first(UpdateRule rule, double[] update, double[] parameters) {
    RuleState state = rule.begin(LAYOUT, Trajectory.SEEDS);
    double[] rewritten = update.clone();
    state.rewrite(rewritten, new Trajectory.Step(1, parameters));
    return rewritten;
  }

  static double[] singularValues(double[] a, ParameterBlock block) {
    return new SingularValues(block.rows(), block.columns()).of(a, block.offset());
  }

  static double[] entries(double[] a, ParameterBlock block) {
    return Arrays.copyOfRange(a, block.offset(), block.end());
  }
}
