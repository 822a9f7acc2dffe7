package org.dynlab.analysis.comparison;

import org.dynlab.analysis.curve.Curve;

/**
 * Counts the spikes of a loss curve: rises to at least {@value #FACTOR} times the lowest value
 * since the last spike was over, a spike being over once the loss has fallen to its highest value
 * divided by {@value #FACTOR}. What happens within a factor of {@value #FACTOR} is no spike, and
 * losses below {@value #FLOOR}, where single precision leaves only noise, count as that. An
 * infinite loss is a rise; NaN is passed over.
 */
final class LossSpikes {
  static final double FACTOR = 10;
  static final double FLOOR = 1e-8;

  private int count;
  private boolean rising;
  private double extreme = Double.POSITIVE_INFINITY;

  private LossSpikes() {}

  static int in(Curve losses) {
    LossSpikes spikes = new LossSpikes();
    for (int i = 0; i < losses.size(); i++) {
      if (!Double.isNaN(losses.value(i))) {
        spikes.next(Math.max(FLOOR, losses.value(i)));
      }
    }
    return spikes.count;
  }

  private void next(double loss) {
    boolean turned = rising ? loss <= extreme / FACTOR : loss >= extreme * FACTOR;
    if (turned) {
      rising = !rising;
      count += rising ? 1 : 0;
    }
    extreme = turned ? loss : rising ? Math.max(extreme, loss) : Math.min(extreme, loss);
  }
}
