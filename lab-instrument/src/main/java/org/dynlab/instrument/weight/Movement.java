package org.dynlab.instrument.weight;

import java.util.List;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.state.Slot;
import org.dynlab.instrument.flat.BlockColumns;
import org.dynlab.instrument.flat.Sums;
import org.dynlab.store.Column;

/**
 * How far the parameters have gone and how they go, of all of them and of each block, u_t being
 * what update t has added:
 *
 * <pre>
 * distance       ‖θ_t - θ_0‖
 * path           Σ_{s ≤ t} ‖u_s‖, over every update, at whatever steps it is measured
 * update         ‖u_t‖
 * update_ratio   ‖u_t‖ / ‖θ_{t-1}‖
 * </pre>
 *
 * <p>L2 norms. At step 0 there was no update: distance, path and update are 0, the ratio NaN. u is
 * taken before it is rounded to the network's number format. The run is followed at every step, at
 * the price of one pass over the update. State: slots {@code movement.start}, {@code
 * movement.path}.
 *
 * @param blocks whether each block has columns of its own
 */
@Meaning("distance from the start, path length, size of updates, in all and per block")
public record Movement(@Meaning("also per parameter block") @Default("true") boolean blocks)
    implements Instrument {

  @Override
  public Gauge begin(Subject subject) {
    return new MovementGauge(subject.layout(), blocks);
  }

  private static final class MovementGauge implements Gauge {
    private static final int STATISTICS = 4;
    private final List<ParameterBlock> blocks;
    private final List<Column> columns;
    private final double[] start;
    private final double[] path;
    private final double[] updates;

    MovementGauge(ParameterLayout layout, boolean perBlock) {
      this.blocks = perBlock ? layout.blocks() : List.of();
      this.start = new double[layout.size()];
      this.path = new double[blocks.size() + 1];
      this.updates = new double[blocks.size() + 1];
      this.columns =
          new BlockColumns("movement")
              .with("distance", "L2 distance from the parameters at step 0, of")
              .with("path", "sum over all updates of their L2 norms, of")
              .with("update", "L2 norm of the last update, of")
              .with("update_ratio", "L2 norm of the last update over that before it, of")
              .of(layout, perBlock);
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public boolean follows() {
      return true;
    }

    @Override
    public void follow(StepView view) {
      if (view.step() == 0) {
        System.arraycopy(view.parameters(), 0, start, 0, start.length);
        return;
      }
      double[] update = view.update();
      for (int b = 0; b < updates.length; b++) {
        updates[b] = Sums.of(update, from(b), to(b)).norm();
        path[b] += updates[b];
      }
    }

    private int from(int b) {
      return b == 0 ? 0 : blocks.get(b - 1).offset();
    }

    private int to(int b) {
      return b == 0 ? start.length : blocks.get(b - 1).end();
    }

    @Override
    public double[] measure(StepView view) {
      double[] row = new double[columns.size()];
      for (int b = 0; b < updates.length; b++) {
        row[b * STATISTICS] = difference(view.parameters(), start, from(b), to(b));
        row[b * STATISTICS + 1] = path[b];
        row[b * STATISTICS + 2] = view.step() == 0 ? 0 : updates[b];
        row[b * STATISTICS + 3] =
            view.step() == 0
                ? Double.NaN
                : updates[b] / difference(view.parameters(), view.update(), from(b), to(b));
      }
      return row;
    }

    private static double difference(double[] a, double[] b, int from, int to) {
      double even = 0;
      double odd = 0;
      int i = from;
      for (; i + 1 < to; i += 2) {
        even += (a[i] - b[i]) * (a[i] - b[i]);
        odd += (a[i + 1] - b[i + 1]) * (a[i + 1] - b[i + 1]);
      }
      double sum = i < to ? even + odd + (a[i] - b[i]) * (a[i] - b[i]) : even + odd;
      return Double.isFinite(sum) ? Math.sqrt(sum) : Double.NaN;
    }

    @Override
    public List<Slot> slots() {
      return List.of(new Slot("movement.start", start), new Slot("movement.path", path));
    }
  }
}
