package org.dynlab.instrument.gradient;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.instrument.flat.BlockColumns;
import org.dynlab.instrument.flat.Sums;
import org.dynlab.store.table.Column;

/**
 * L2 norms of the gradient g of the mean data loss of the current batch: ‖g‖ over all parameters
 * ({@code gradient.all.norm}) and over each block ({@code gradient.layer1_w.norm} for block {@code
 * layer1.W}). NaN where a component is not finite. Cost: one pass over g.
 */
@Meaning("L2 norm of the batch gradient, in all and per parameter block")
public record GradientNorms() implements Instrument {

  @Override
  public Gauge begin(Subject subject) {
    return new GradientGauge(subject.layout());
  }

  private static final class GradientGauge implements Gauge {
    private final ParameterLayout layout;
    private final List<Column> columns;

    GradientGauge(ParameterLayout layout) {
      this.layout = layout;
      this.columns =
          new BlockColumns("gradient")
              .with("norm", "L2 norm of the gradient of the batch's mean data loss with respect to")
              .of(layout, true);
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public double[] measure(StepView view) {
      double[] gradient = view.gradient();
      double[] row = new double[columns.size()];
      Sums all = Sums.NONE;
      for (int b = 0; b < layout.blocks().size(); b++) {
        ParameterBlock block = layout.blocks().get(b);
        Sums sums = Sums.of(gradient, block.offset(), block.end());
        row[b + 1] = sums.norm();
        all = all.plus(sums);
      }
      row[0] = all.norm();
      return row;
    }
  }
}
