package org.dynlab.analysis.latent.forecast;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.store.claim.Target;

/**
 * How early the states so far tell when a run will converge, each run predicted by others alone.
 *
 * <p>At a row t, of the runs that have not converged by then each is left out in turn: {@link
 * CausalModel} of a model that was fitted without it (nor a tenth of the other runs, which spares a
 * model of its own for each), shares of the rows up to t spent in each state and the state at t as
 * columns, ridge regression (penalty 1) of the others' convergence times on these. To save time the
 * models see at most {@value #ROWS} evenly spaced rows of a run; the number of states is that which
 * was selected on all runs.
 *
 * @param moments at some rows, ascending
 * @param model of all runs, for runs to come; empty if their rows are not at the same steps
 * @param notes why there are no more of them
 */
public record Forecast(List<Moment> moments, Optional<ForecastModel> model, List<String> notes) {
  /** Rows of a run that the models of the forecast see at most. */
  static final int ROWS = 200;

  /** The forecast of runs by their features; there are more runs than states. */
  public static Forecast of(
      Sequences raw,
      List<Convergence> convergences,
      Target target,
      int states,
      Start start,
      Bootstrap bootstrap) {
    return new Forecasting(raw, convergences, states, start, bootstrap).forecast(target);
  }

  /** Copies the lists. */
  public Forecast {
    moments = List.copyOf(moments);
    notes = List.copyOf(notes);
  }

  /**
   * What can be told at one time.
   *
   * @param row the row t, of the features
   * @param runs that have not converged by then, all of which are predicted
   * @param rSquared 1 − Σ(error)²/Σ(error of the others' mean)²; 0 or less tells nothing
   * @param rank Spearman's correlation of predicted and actual times, with its interval;
   *     predictions are taken less the mean of the others, or leaving one out would by itself
   *     correlate them
   * @param stopping what stopping by the forecast would have done
   */
  public record Moment(int row, int runs, double rSquared, Estimate rank, Stopping stopping) {

    /** Whether predictions are better than chance: the interval of the rank lies above 0. */
    public boolean reliable() {
      return rank.interval().low() > 0;
    }
  }

  /**
   * Stopping, at that row, the runs that are predicted to be later than the mean of the others.
   *
   * @param stopped how many are
   * @param saved rows not trained, of the rows of all runs of the sweep
   * @param fast runs among those predicted that are in truth not later than the median of the
   *     others
   * @param missed how many of these are stopped; stopping as many at random would miss the share
   *     stopped/runs of them
   */
  public record Stopping(int stopped, double saved, int fast, int missed) {}
}
