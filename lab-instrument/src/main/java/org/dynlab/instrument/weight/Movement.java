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
import org.dynlab.instrument.flat.Dot;
import org.dynlab.store.table.Column;

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
    private final boolean perBlock;
    private final List<Column> columns;
    private final double[] start;

    /** Of all parameters, then of each block. */
    private final double[] path;

    private final double[] updates;

    MovementGauge(ParameterLayout layout, boolean perBlock) {
      this.blocks = layout.blocks();
      this.perBlock = perBlock;
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
      double all = 0;
      for (int b = 0; b < blocks.size(); b++) {
        ParameterBlock block = blocks.get(b);
        double square = Dot.squares(view.update(), block.offset(), block.end());
        updates[b + 1] = root(square);
        all += square;
      }
      updates[0] = root(all);
      for (int b = 0; b < updates.length; b++) {
        path[b] += updates[b];
      }
    }

    @Override
    public double[] measure(StepView view) {
      double[] row = new double[columns.size()];
      double distances = 0;
      double before = 0;
      for (int b = 0; b < blocks.size(); b++) {
        ParameterBlock block = blocks.get(b);
        double distance = Dot.squaresBetween(view.parameters(), start, block.offset(), block.end());
        double last =
            Dot.squaresBetween(view.parameters(), view.update(), block.offset(), block.end());
        if (perBlock) {
          put(row, b + 1, distance, last, view.step());
        }
        distances += distance;
        before += last;
      }
      put(row, 0, distances, before, view.step());
      return row;
    }

    private void put(double[] row, int b, double distance, double before, long step) {
      row[b * STATISTICS] = root(distance);
      row[b * STATISTICS + 1] = path[b];
      row[b * STATISTICS + 2] = step == 0 ? 0 : updates[b];
      row[b * STATISTICS + 3] = step == 0 ? Double.NaN : updates[b] / root(before);
    }

    private static double root(double square) {
      return Double.isFinite(square) ? Math.sqrt(square) : Double.NaN;
    }

    @Override
    public List<Slot> slots() {
      return List.of(new Slot("movement.start", start), new Slot("movement.path", path));
    }
  }
}
