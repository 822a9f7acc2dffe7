package org.dynlab.instrument.fit;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.table.Column;

/**
 * The relative L2 error ‖v − v*‖₂ / ‖v*‖₂ of the network's answer v over all evaluation examples,
 * where v* are their targets: for a differential equation the exact or computed solution on a grid,
 * so that 1 is the error of an answer of zero. NaN where targets are classes. Cost: one forward
 * pass over the evaluation examples, unless the step has computed it anyway.
 */
@Meaning("relative L2 error over all evaluation examples; NaN for classes")
public record RelativeError() implements Instrument {
  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "eval.relative_l2",
              "1",
              "L2 norm of the error over all evaluation examples divided by that of their targets"));

  @Override
  public Gauge begin(Subject subject) {
    return new ErrorGauge();
  }

  private static final class ErrorGauge implements Gauge {
    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public double[] measure(StepView view) {
      return new double[] {view.eval().relativeL2()};
    }
  }
}
