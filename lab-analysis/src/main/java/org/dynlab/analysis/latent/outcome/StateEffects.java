package org.dynlab.analysis.latent.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;

/** Works out what each state has to do with convergence. */
public final class StateEffects {
  private final Occupancy occupancy;
  private final List<Convergence> convergences;
  private final StateRegression regression;
  private final Bootstrap bootstrap;

  /** Of those runs: occupancy and convergences are in the same order. */
  public StateEffects(
      Occupancy occupancy,
      List<Convergence> convergences,
      StateRegression regression,
      Bootstrap bootstrap) {
    this.occupancy = occupancy;
    this.convergences = convergences;
    this.regression = regression;
    this.bootstrap = bootstrap;
  }

  /** One per state that a run visits. */
  public List<StateEffect> all() {
    List<StateEffect> all = new ArrayList<>();
    for (int state = 0; state < occupancy.states(); state++) {
      int own = state;
      int visitors =
          (int) IntStream.range(0, occupancy.runs()).filter(r -> occupancy.visits(r, own)).count();
      if (visitors > 0) {
        all.add(effect(state, visitors));
      }
    }
    return all;
  }

  private StateEffect effect(int state, int visitors) {
    int without = 0;
    for (int run = 0; run < occupancy.runs(); run++) {
      without += convergences.get(run).reached() && !occupancy.visits(run, state) ? 1 : 0;
    }
    Estimate delay = delay(state);
    return new StateEffect(
        state,
        visitors,
        without,
        regression.fit().coefficient(Occupancy.name(state)),
        regression.coefficients().get(state),
        delay,
        StateEffect.Verdict.of(without > 0, regression, state, delay));
  }

  private Estimate delay(int state) {
    double[] with = times(state, true);
    double[] without = times(state, false);
    return bootstrap
        .ofStrata(List.of(with, without), drawn -> mean(drawn.get(0)) - mean(drawn.get(1)))
        .byPercentiles();
  }

  private double[] times(int state, boolean visiting) {
    return IntStream.range(0, occupancy.runs())
        .filter(run -> occupancy.visits(run, state) == visiting)
        .mapToDouble(run -> convergences.get(run).row())
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
