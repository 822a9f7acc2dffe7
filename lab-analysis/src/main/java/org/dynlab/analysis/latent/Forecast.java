package org.dynlab.analysis.latent;

import java.util.List;
import org.dynlab.analysis.statistics.Estimate;

/**
 * How early the states so far tell when a run will converge, each run predicted by others alone.
 *
 * <p>At a row t, of the runs that have not converged by then each is left out in turn: {@link
 * CausalStates} of a model that was fitted without it (nor a tenth of the other runs, which spares
 * a model of its own for each), shares of the rows up to t spent in each state and the state at t
 * as columns, ridge regression (penalty 1) of the others' convergence times on these. To save time
 * the models see at most {@value #ROWS} evenly spaced rows of a run; the number of states is that
 * which was selected on all runs.
 *
 * @param moments at some rows, ascending
 * @param notes why there are no more of them
 */
public record Forecast(List<Moment> moments, List<String> notes) {
  /** Rows of a run that the models of the forecast see at most. */
  static final int ROWS = 200;

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
  public record Moment(int row, int runs, double rSquared, Estimate rank, Stopping stopping) {}

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
