package org.dynlab.optim.langevin;

import java.util.List;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Exponential;
import org.dynlab.optim.schedule.WarmUp;

/** Rules of this room for the laws that every rule must keep. */
public final class LangevinExamples {

  private LangevinExamples() {}

  public static List<UpdateRule> rules() {
    Constant rate = new Constant(0.05);
    Constant warm = new Constant(1);
    Exponential cooling = new Exponential(2, 0.1, 8);
    EnergyBins bins = new EnergyBins(1, 0.2, 12);
    return List.of(
        new Sgld(rate, 30, warm, 0.1),
        new Sgld(new WarmUp(0.1, 5), 30, cooling, 0),
        new Psgld(rate, 30, warm, 0.1, 0.9, 1e-5),
        new Psgld(rate, 30, new Constant(0), 0, 0.9, 1e-5),
        new Sghmc(rate, 0.1, 30, cooling, 0.1),
        new Sgnht(rate, 0.05, 30, cooling, 0.1),
        new UnderdampedLangevin(new WarmUp(0.2, 4), 0.3, 30, cooling, 0.1),
        new ContourSgld(rate, 30, cooling, 9, 0.75, bins, rate, EnergyOf.FULL_BATCH),
        new ContourSgld(rate, 30, warm, 0, 1, bins, rate, EnergyOf.MINIBATCH),
        new AnnealedGradientNoise(warm, 0.55),
        new UpdateNoise(cooling),
        new WeightNoise(cooling));
  }
}
