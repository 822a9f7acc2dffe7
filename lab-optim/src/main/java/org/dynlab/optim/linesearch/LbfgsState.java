package org.dynlab.optim.linesearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.linesearch.StrongWolfe.Limits;
import org.dynlab.optim.linesearch.StrongWolfe.Trial;

/** One run of {@link Lbfgs}. */
final class LbfgsState implements RuleState {
  private static final int ITERATIONS = 0;
  private static final int EVALUATIONS = 1;
  private static final int RESTARTS = 2;

  private final Lbfgs rule;
  private final CurvaturePairs pairs;
  private final Slot point;
  private final Slot gradient;
  private final Slot counts = new Slot("lbfgs.counts", new double[3]);
  private final double[] direction;
  private final double[] trialPoint;
  private final double[] trialGradient;

  LbfgsState(Lbfgs rule, int size) {
    this.rule = rule;
    this.pairs = new CurvaturePairs(size, rule.history());
    this.point = new Slot("lbfgs.point", new double[size]);
    this.gradient = new Slot("lbfgs.gradient", new double[size]);
    this.direction = new double[size];
    this.trialPoint = new double[size];
    this.trialGradient = new double[size];
  }

  @Override
  public List<Slot> slots() {
    List<Slot> all = new ArrayList<>(pairs.slots());
    all.addAll(List.of(point, gradient, counts));
    return List.copyOf(all);
  }

  @Override
  public void rewrite(double[] update, StepInput step) {
    count(EVALUATIONS);
    double rate = rule.learningRate().at(step.number());
    if (largest(update) <= rule.gradientTolerance() || rate == 0) {
      Arrays.fill(update, 0);
      return;
    }
    learn(update, step.parameters());
    double slope = aim(update);
    if (Double.isNaN(slope)) {
      return;
    } else if (slope > -rule.changeTolerance()) {
      Arrays.fill(update, 0);
      return;
    }
    move(update, search(step, new Trial(0, step.loss(), slope), first(rate)).t());
  }

  /** Takes in the step that led here, then keeps point and gradient for the next. */
  private void learn(double[] g, double[] parameters) {
    if (counts.values()[ITERATIONS] > 0) {
      double[] before = point.values();
      double[] past = gradient.values();
      Arrays.setAll(trialPoint, i -> parameters[i] - before[i]);
      Arrays.setAll(trialGradient, i -> g[i] - past[i]);
      pairs.offer(trialPoint, trialGradient);
    }
    System.arraycopy(parameters, 0, point.values(), 0, g.length);
    System.arraycopy(g, 0, gradient.values(), 0, g.length);
  }

  /** Sets the direction; the slope along it, negative or NaN. */
  private double aim(double[] g) {
    Arrays.setAll(direction, i -> -g[i]);
    pairs.multiply(direction);
    double slope = Dot.of(g, direction);
    if (!(slope < 0) && pairs.stored() > 0) {
      restart();
      Arrays.setAll(direction, i -> -g[i]);
      slope = Dot.of(g, direction);
    }
    return slope;
  }

  private double first(double rate) {
    double[] g = gradient.values();
    boolean fresh = counts.values()[ITERATIONS] == 0;
    return fresh ? Math.min(1, 1 / Arrays.stream(g).map(Math::abs).sum()) * rate : rate;
  }

  private Trial search(StepInput step, Trial start, double first) {
    Limits limits =
        new Limits(
            rule.c1(),
            rule.c2(),
            rule.maxEvaluations(),
            rule.changeTolerance() / largest(direction));
    return new StrongWolfe(t -> trial(step, t), start, limits).from(first);
  }

  private Trial trial(StepInput step, double t) {
    count(EVALUATIONS);
    System.arraycopy(step.parameters(), 0, trialPoint, 0, trialPoint.length);
    Dot.add(t, direction, 0, trialPoint);
    double loss = step.lossAt(trialPoint, trialGradient);
    return new Trial(t, loss, Dot.of(trialGradient, direction));
  }

  private void move(double[] update, double t) {
    Arrays.setAll(update, i -> t * direction[i]);
    if (t == 0) {
      restart();
      Arrays.fill(update, 0);
    } else {
      count(ITERATIONS);
    }
  }

  private void restart() {
    pairs.forget();
    counts.values()[ITERATIONS] = 0;
    count(RESTARTS);
  }

  private void count(int what) {
    counts.values()[what]++;
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double entry : x) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }
}
