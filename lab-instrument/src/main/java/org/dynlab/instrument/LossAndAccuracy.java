package org.dynlab.instrument;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.Column;

/**
 * Mean data loss, without penalties, and accuracy over all training and all evaluation examples.
 * Accuracy is NaN where the task does not define it. Cost: one forward pass over either set, unless
 * the step has computed it anyway.
 */
@Meaning("loss and accuracy over all training and all evaluation examples")
public record LossAndAccuracy() implements Instrument {
  private static final List<Column> COLUMNS =
      List.of(
          loss("train.loss", "training"),
          accuracy("train.accuracy", "training"),
          loss("eval.loss", "evaluation"),
          accuracy("eval.accuracy", "evaluation"));

  @Override
  public Gauge begin(Subject subject) {
    return new FitGauge();
  }

  private static Column loss(String name, String examples) {
    return new Column(
        name, "nat", "mean data loss without penalties over all " + examples + " examples");
  }

  private static Column accuracy(String name, String examples) {
    return new Column(
        name, "1", "share of all " + examples + " examples whose largest output is at their class");
  }

  private static final class FitGauge implements Gauge {
    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public double[] measure(StepView view) {
      Fit train = view.train();
      Fit eval = view.eval();
      return new double[] {train.loss(), train.accuracy(), eval.loss(), eval.accuracy()};
    }
  }
}
