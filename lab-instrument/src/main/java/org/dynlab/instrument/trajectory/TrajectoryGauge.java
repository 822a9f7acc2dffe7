package org.dynlab.instrument.trajectory;

import java.util.List;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.state.Slot;
import org.dynlab.instrument.flat.Dot;
import org.dynlab.instrument.flat.Sums;
import org.dynlab.store.table.Column;

/** {@link Trajectory} at work. */
final class TrajectoryGauge implements Gauge {
  private static final List<Column> COLUMNS =
      List.of(
          column("gap", "nat", "evaluation loss less training loss"),
          column("gap_change", "nat", "change of the gap since the last measurement"),
          column("linear", "nat", "linear part of the change of the gap"),
          column("nonlinear", "nat", "change of the gap less its linear part"),
          column("linear_sum", "nat", "sum of the linear parts"),
          column("nonlinear_sum", "nat", "sum of the nonlinear parts"),
          column("complexity", "nat", "cumulative complexity of the trajectory, C"),
          column("flow", "nat", "sum of update length times gradient norm"),
          column("ratio", "1", "gradient norm over mean norm of randomly signed gradients, V"),
          column("ratio_lower", "1", "lower bound of V by Khintchine's inequality"),
          column("ratio_upper", "1", "upper bound of V by Khintchine's inequality"),
          column("eval_rate", "nat", "change of the evaluation loss per step"));

  private final ProbeSet train;
  private final ProbeSet eval;
  private final ProbeSet single;
  private final double factor;
  private final double rootOfExamples;
  private final SignedGradients signed;

  /** Where it was measured last, and ∇F_μ - ∇F_S there. */
  private final double[] point;

  private final double[] difference;
  private final double[] gradient;

  /** At the step that was measured last: its number, gap, F_μ, √(mean ‖g_i‖²) and ‖g‖. */
  private final double[] last = new double[5];

  /** Length of the way since then. */
  private final double[] way = new double[1];

  /** Sums from step 0 on: linear, nonlinear, complexity, flow. */
  private final double[] sums = new double[4];

  TrajectoryGauge(Trajectory settings, Subject subject) {
    this.train = new ProbeSet(Source.TRAIN, settings.samples());
    this.eval = new ProbeSet(Source.EVAL, settings.samples());
    this.single = new ProbeSet(Source.TRAIN, settings.single());
    this.factor = settings.factor();
    this.rootOfExamples = Math.sqrt(subject.data().trainRows());
    this.signed = new SignedGradients(settings.signs(), subject.seeds());
    int size = subject.layout().size();
    this.point = new double[size];
    this.difference = new double[size];
    this.gradient = new double[size];
  }

  private static Column column(String name, String unit, String meaning) {
    return new Column("trajectory." + name, unit, meaning);
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public boolean follows() {
    return true;
  }

  @Override
  public void follow(StepView view) {
    if (view.step() > 0) {
      way[0] += Sums.of(view.update(), 0, point.length).norm();
    }
  }

  @Override
  public double[] measure(StepView view) {
    double[] row = new double[COLUMNS.size()];
    double[] here = view.parameters();
    double linear = along(here);
    double ofTrain = view.objective(train).gradient(here, gradient);
    double ofEval = view.objective(eval).gradient(here, difference);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= gradient[i];
    }
    double gap = ofEval - ofTrain;
    boolean first = view.step() == 0;
    double change = first ? Double.NaN : gap - last[1];
    if (!first) {
      sums[0] += linear;
      sums[1] += change - linear;
      sums[2] += factor / rootOfExamples * way[0] * last[3];
      sums[3] += way[0] * last[4];
    }
    row[0] = gap;
    row[1] = change;
    row[2] = first ? Double.NaN : linear;
    row[3] = change - linear;
    System.arraycopy(sums, 0, row, 4, sums.length);
    row[11] = first ? Double.NaN : (ofEval - last[2]) / (view.step() - last[0]);
    lookAtExamples(view.objective(single), here, row);
    System.arraycopy(here, 0, point, 0, point.length);
    last[0] = view.step();
    last[1] = gap;
    last[2] = ofEval;
    way[0] = 0;
    return row;
  }

  /** (θ - θ_s) · difference_s. */
  private double along(double[] here) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      sum += (here[i] - point[i]) * difference[i];
    }
    return sum;
  }

  private void lookAtExamples(Objective examples, double[] here, double[] row) {
    double unused = examples.gradient(here, gradient);
    double norm = Math.sqrt(Dot.of(gradient, gradient));
    int m = examples.rows();
    double[] norms = examples.sampleNorms(here);
    double root = Math.sqrt(Sums.of(norms, 0, norms.length).sum() / m);
    last[3] = root;
    last[4] = norm;
    double lower = root == 0 ? Double.NaN : Math.sqrt(m) * norm / root;
    row[8] = Double.isNaN(root) ? root : norm / signed.meanNorm(examples, here, gradient);
    row[9] = lower;
    row[10] = Math.sqrt(2) * lower;
  }

  @Override
  public List<Slot> slots() {
    return List.of(
        new Slot("trajectory.point", point),
        new Slot("trajectory.difference", difference),
        new Slot("trajectory.last", last),
        new Slot("trajectory.way", way),
        new Slot("trajectory.sums", sums));
  }
}
