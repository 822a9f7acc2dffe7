package org.dynlab.optim.linesearch;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;

/** A loss with its gradient, and rules on their way down it. */
interface Landscape {
  double loss(double[] x, double[] gradient);

  /** Σ 100 (xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)². */
  Landscape ROSENBROCK =
      (x, g) -> {
        Arrays.fill(g, 0);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
          double bend = x[i + 1] - x[i] * x[i];
          sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
          g[i] += -400 * x[i] * bend - 2 * (1 - x[i]);
          g[i + 1] += 200 * bend;
        }
        return sum;
      };

  /** The logistic regression of lbfgs_trajectory.py. */
  Landscape LOGISTIC =
      (w, g) -> {
        Arrays.fill(g, 0);
        double sum = 0;
        for (int n = 0; n < 40; n++) {
          double[] row = new double[w.length];
          for (int k = 0; k < w.length; k++) {
            row[k] = StrictMath.sin(1 + 7 * n + 3 * k + n * k);
          }
          double y = StrictMath.cos(5 * n) + row[0] > 0 ? 1 : -1;
          double margin = y * Dot.of(row, w);
          sum += StrictMath.log1p(StrictMath.exp(-margin));
          Dot.add(-y / (1 + StrictMath.exp(margin)) / 40, row, 0, g);
        }
        Dot.add(0.01, w, 0, g);
        return sum / 40 + 0.005 * Dot.of(w, w);
      };

  /** Where the rule is after every update. */
  default double[][] follow(UpdateRule rule, double[] start, int steps) {
    return follow(begin(rule, start.length), start, 1, steps);
  }

  default double[][] follow(RuleState state, double[] start, long first, int steps) {
    double[][] path = new double[steps][];
    double[] x = start.clone();
    for (int t = 0; t < steps; t++) {
      double[] update = new double[x.length];
      double loss = loss(x, update);
      state.rewrite(update, new Step(this, first + t, loss, x));
      x = x.clone();
      Dot.add(1, update, 0, x);
      path[t] = x;
    }
    return path;
  }

  static RuleState begin(UpdateRule rule, int size) {
    ParameterBlock block = new ParameterBlock("layer1.W", Role.WEIGHT, 0, size, 1);
    return rule.begin(new ParameterLayout(List.of(block)), Trajectory.SEEDS);
  }

  /** One update on a landscape. */
  final class Step implements StepInput {
    private final Landscape landscape;
    private final long number;
    private final double loss;
    private final double[] parameters;

    Step(Landscape landscape, long number, double loss, double[] parameters) {
      this.landscape = landscape;
      this.number = number;
      this.loss = loss;
      this.parameters = parameters;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public double loss() {
      return loss;
    }

    @Override
    public double[] parameters() {
      return parameters;
    }

    @Override
    public double lossAt(double[] point, double[] gradient) {
      return landscape.loss(point, gradient);
    }

    @Override
    public double heldOutAccuracy() {
      throw new IllegalStateException("nothing is held out here");
    }
  }
}
