package org.dynlab.optim.wand;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.StepInput;
import org.dynlab.optim.schedule.Constant;

/** Variants of WanD, and what they need to step. */
public final class Wands {
  public static final WangLandau NO_HISTOGRAM = new WangLandau(0, 200, 0.02, 10, 4, -20, 5);
  public static final WangLandau HISTOGRAM = new WangLandau(20, 200, 0.02, 10, 4, -20, 5);

  private Wands() {}

  /** As published, with the defaults of the catalogue. */
  public static Wand published() {
    return of(3e-3, 0.5, 0.5, 3e4, HISTOGRAM);
  }

  public static Wand of(
      double timeStep, double temperature, double friction, double bias, WangLandau histogram) {
    return new Wand(
        timeStep,
        new Constant(temperature),
        friction,
        -8,
        Optional.empty(),
        bias,
        histogram,
        Optional.empty(),
        Optional.empty(),
        Energy.FULL_BATCH,
        true);
  }

  public static Wand withLimits(Wand w, Optional<Double> wall, Optional<Double> cap) {
    return new Wand(
        w.timeStep(),
        w.temperature(),
        w.friction(),
        w.targetLogLoss(),
        w.cooling(),
        w.bias(),
        w.wangLandau(),
        wall,
        cap,
        w.energy(),
        w.logLoss());
  }

  public static Wand withCooling(Wand w, double target, Optional<LogLossCooling> cooling) {
    return new Wand(
        w.timeStep(),
        w.temperature(),
        w.friction(),
        target,
        cooling,
        w.bias(),
        w.wangLandau(),
        w.lowerWall(),
        w.forceCap(),
        w.energy(),
        w.logLoss());
  }

  static Wand cooled(Wand w, Schedule temperature, LogLossCooling cooling) {
    return new Wand(
        w.timeStep(),
        temperature,
        w.friction(),
        w.targetLogLoss(),
        Optional.of(cooling),
        w.bias(),
        w.wangLandau(),
        w.lowerWall(),
        w.forceCap(),
        w.energy(),
        w.logLoss());
  }

  public static Wand ofLoss(Wand w, Energy energy) {
    return new Wand(
        w.timeStep(),
        w.temperature(),
        w.friction(),
        w.targetLogLoss(),
        w.cooling(),
        w.bias(),
        w.wangLandau(),
        w.lowerWall(),
        w.forceCap(),
        energy,
        false);
  }

  static ParameterLayout layout(int size) {
    return new ParameterLayout(List.of(new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, size)));
  }

  /** A step of that loss; the accuracy is for the mixed rule. */
  static final class Step implements StepInput {
    private final long number;
    private final double loss;
    private final double[] parameters;
    private final double accuracy;

    Step(long number, double loss, double[] parameters, double accuracy) {
      this.number = number;
      this.loss = loss;
      this.parameters = parameters;
      this.accuracy = accuracy;
    }

    Step(long number, double loss) {
      this(number, loss, new double[0], Double.NaN);
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
      throw new IllegalStateException("asks for no other point");
    }

    @Override
    public double heldOutAccuracy() {
      return accuracy;
    }
  }
}
