package org.dynlab.instrument.gradient;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.state.Slot;
import org.dynlab.instrument.flat.Dot;
import org.dynlab.store.table.Column;

/**
 * Which way the gradients of training and evaluation loss point, over fixed examples of each:
 *
 * <pre>
 * gradient.train.norm        ‖∇F_train‖
 * gradient.eval.norm         ‖∇F_eval‖
 * gradient.ratio             γ = ‖∇F_eval‖ / ‖∇F_train‖
 * gradient.train_eval.cosine cos ∠(∇F_train, ∇F_eval)
 * gradient.previous.cosine   cos ∠(g_t, g_{t-1}), the gradients of the batches of this step and the last
 * </pre>
 *
 * <p>γ is what assumption 3.4 of Fu et al. (2023, arXiv:2304.12579) bounds, as remembered by the
 * authors of this lab: it is near 1 early and grows as the training gradient vanishes. The first
 * four are in double precision, without dropout and penalties; the last one is of the run's own
 * gradients. NaN where a gradient is zero or not finite, the last one at step 0 too. Cost: a
 * gradient pass over each set; one pass over the gradient at every step. State: slot {@code
 * gradient_angles.previous}.
 *
 * @param samples of each set; all if there are fewer
 */
@Meaning("norms of train and eval gradients, their ratio and angle, cosine with the last step's")
public record GradientAngles(
    @Meaning("number of train and of eval examples, >= 1") @Default("1000000") int samples)
    implements Instrument {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("gradient.train.norm", "1", "L2 norm of the gradient of the training loss"),
          new Column("gradient.eval.norm", "1", "L2 norm of the gradient of the evaluation loss"),
          new Column(
              "gradient.ratio", "1", "norm of the evaluation over that of the train gradient"),
          new Column("gradient.train_eval.cosine", "1", "cosine of the angle between the two"),
          new Column(
              "gradient.previous.cosine",
              "1",
              "cosine of the angle between this step's batch gradient and the last one's"));

  /** Checks the range. */
  public GradientAngles {
    new Checks().range("samples", samples, 1, 1_000_000_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new AngleGauge(samples, subject.layout().size());
  }

  private static final class AngleGauge implements Gauge {
    private final ProbeSet train;
    private final ProbeSet eval;
    private final double[] trainGradient;
    private final double[] evalGradient;
    private final double[] previous;
    private double cosine = Double.NaN;

    AngleGauge(int samples, int size) {
      train = new ProbeSet(Source.TRAIN, samples);
      eval = new ProbeSet(Source.EVAL, samples);
      trainGradient = new double[size];
      evalGradient = new double[size];
      previous = new double[size];
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
      cosine = Dot.cosine(view.gradient(), previous);
      System.arraycopy(view.gradient(), 0, previous, 0, previous.length);
    }

    @Override
    public double[] measure(StepView view) {
      double unused = view.objective(train).gradient(view.parameters(), trainGradient);
      unused = view.objective(eval).gradient(view.parameters(), evalGradient);
      double ofTrain = Math.sqrt(Dot.of(trainGradient, trainGradient));
      double ofEval = Math.sqrt(Dot.of(evalGradient, evalGradient));
      double ratio = ofTrain == 0 ? Double.NaN : ofEval / ofTrain;
      return new double[] {ofTrain, ofEval, ratio, Dot.cosine(trainGradient, evalGradient), cosine};
    }

    @Override
    public List<Slot> slots() {
      return List.of(new Slot("gradient_angles.previous", previous));
    }
  }
}
