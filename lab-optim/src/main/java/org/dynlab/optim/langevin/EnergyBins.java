package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * Equal pieces of the energy axis, in units of the mean loss; the first and the last one also hold
 * all that lies below and above.
 */
@Meaning("equal pieces of the energy axis")
public record EnergyBins(
    @Meaning("lower edge of the first piece, mean loss") @Default("0") double lowest,
    @Meaning("width of a piece, mean loss, > 0") @Default("0.05") double width,
    @Meaning("number of pieces, in 2..100000") @Default("100") int count) {

  /** Checks the ranges. */
  public EnergyBins {
    new Checks()
        .that(Double.isFinite(lowest), "lowest", "must be finite", lowest)
        .positive("width", width)
        .range("count", count, 2, 100_000)
        .done();
  }

  /** The piece that holds that energy, from 0; 0 for NaN. */
  int indexOf(double energy) {
    double position = Math.floor((energy - lowest) / width);
    return (int) Math.max(0, Math.min(count - 1, position));
  }
}
