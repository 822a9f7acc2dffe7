package org.dynlab.optim.langevin;

import java.util.List;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/** Parameters moved by a rule on a landscape that is known exactly. */
final class Walk {

  /** A mean loss with its gradient. */
  interface Loss {
    double at(double[] point, double[] gradient);
  }

  /** What looks at the parameters before every update. */
  interface Visitor {
    void see(double[] point, double loss);
  }

  private final Loss loss;
  private final RuleState state;
  private final double[] point;
  private long done;

  Walk(UpdateRule rule, Loss loss, double[] start) {
    ParameterLayout layout =
        new ParameterLayout(List.of(new ParameterBlock("x.W", Role.WEIGHT, 0, 1, start.length)));
    this.loss = loss;
    this.state = rule.begin(layout, new SeedTree(7));
    this.point = start.clone();
  }

  RuleState state() {
    return state;
  }

  double[] point() {
    return point;
  }

  Walk skip(long steps) {
    return go(steps, (at, value) -> {});
  }

  Walk go(long steps, Visitor visitor) {
    double[] update = new double[point.length];
    for (long end = done + steps; done < end; done++) {
      double value = loss.at(point, update);
      visitor.see(point, value);
      state.rewrite(update, new Step(done + 1, value));
      for (int i = 0; i < point.length; i++) {
        point[i] += update[i];
      }
    }
    return this;
  }

  /** The update at hand. */
  private final class Step implements StepInput {
    private final long number;
    private final double value;

    Step(long number, double value) {
      this.number = number;
      this.value = value;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public double loss() {
      return value;
    }

    @Override
    public double[] parameters() {
      return point;
    }

    @Override
    public double lossAt(double[] elsewhere, double[] gradient) {
      throw new IllegalStateException("one gradient per update is the rule here");
    }

    @Override
    public double heldOutAccuracy() {
      throw new IllegalStateException("nothing is held out here");
    }
  }
}
