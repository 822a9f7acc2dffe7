package org.dynlab.optim;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/** Seven parameters in three blocks, moved by a rule along given gradients. */
public final class Trajectory {
  public static final SeedTree SEEDS = new SeedTree(20);

  public static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new ParameterBlock("layer1.W", Role.WEIGHT, 0, 2, 2),
              new ParameterBlock("layer1.b", Role.BIAS, 4, 1, 2),
              new ParameterBlock("layer2.W", Role.WEIGHT, 6, 1, 1)));

  /**
   * One update at these parameters, at a loss and an accuracy that change from step to step.
   * Elsewhere the loss is ½‖θ‖², which has nothing to do with the gradients that are given.
   */
  public static final class Step implements StepInput {
    private final long number;
    private final double[] parameters;

    public Step(long number, double[] parameters) {
      this.number = number;
      this.parameters = parameters;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public double loss() {
      return 1.5 + StrictMath.sin((double) number);
    }

    @Override
    public double[] parameters() {
      return parameters;
    }

    @Override
    public double lossAt(double[] point, double[] gradient) {
      double sum = 0;
      for (int i = 0; i < point.length; i++) {
        gradient[i] = point[i];
        sum += point[i] * point[i] / 2;
      }
      return sum;
    }

    @Override
    public double heldOutAccuracy() {
      return 0.5 + 0.4 * StrictMath.cos((double) number);
    }
  }

  private Trajectory() {}

  public static RuleState begin(UpdateRule rule) {
    return rule.begin(LAYOUT, SEEDS);
  }

  /** Gradients of very different size, one row per update. */
  public static double[][] gradients(int steps) {
    Stream random = SEEDS.stream("gradients");
    double[][] gradients = new double[steps][LAYOUT.size()];
    for (double[] row : gradients) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.gaussian() * StrictMath.pow(10, 1 - 2 * i);
      }
    }
    return gradients;
  }

  public static double[] start() {
    Stream random = SEEDS.stream("start");
    double[] start = new double[LAYOUT.size()];
    Arrays.setAll(start, i -> random.gaussian());
    return start;
  }

  /** The parameters after every update, counted on from {@code first}. */
  public static double[][] follow(
      RuleState state, double[] start, double[][] gradients, long first) {
    double[][] after = new double[gradients.length][];
    double[] parameters = start;
    for (int t = 0; t < gradients.length; t++) {
      double[] update = gradients[t].clone();
      state.rewrite(update, new Step(first + t, parameters.clone()));
      parameters = sum(parameters, update);
      after[t] = parameters;
    }
    return after;
  }

  public static double[][] follow(UpdateRule rule, double[] start, double[][] gradients) {
    return follow(begin(rule), start, gradients, 1);
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }
}
