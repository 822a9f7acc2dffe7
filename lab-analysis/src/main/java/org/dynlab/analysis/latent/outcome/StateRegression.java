package org.dynlab.analysis.latent.outcome;

import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Bootstrapped;
import org.dynlab.analysis.statistics.Coefficient;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.LeastSquares;

/**
 * The bag-of-states regression of arXiv 2308.09543, section 2.3: convergence time in rows,
 * explained by the numbers of rows in each state. There is no column of ones: with runs of equal
 * length the numbers sum to it. The cell that did this is not in the authors' repository; counts,
 * no intercept and F with (rank − 1, N − rank) degrees of freedom give their published p-values.
 *
 * <p>A coefficient is the rows by which a run converges later per row more in the state, the others
 * held. Counts are of whole runs, rows after convergence included, and the states were fitted to
 * the same runs: it describes these runs and predicts nothing, see {@code latent.forecast}.
 *
 * @param fit R², the overall F-test and, by column name {@code state k}, the coefficients
 * @param rSquared R² with a bootstrap interval over runs, paths held fixed
 * @param coefficients by state, with bootstrap intervals; NaN for a state without one
 */
public record StateRegression(LeastSquares fit, Estimate rSquared, List<Estimate> coefficients) {
  /** Below this the states are taken to explain convergence, as in the paper. */
  public static final double SIGNIFICANT = 0.001;

  /** Copies the list. */
  public StateRegression {
    coefficients = List.copyOf(coefficients);
  }

  /** The regression; times vary, and there are more runs than visited states. */
  public static StateRegression of(Occupancy occupancy, double[] times, Bootstrap bootstrap) {
    List<Estimate> estimates =
        bootstrap
            .allOfIndices(
                new int[] {times.length},
                drawn -> numbers(fit(occupancy, times, drawn[0]), occupancy.states()))
            .stream()
            .map(Bootstrapped::byPercentiles)
            .toList();
    int[] all = IntStream.range(0, times.length).toArray();
    return new StateRegression(
        fit(occupancy, times, all), estimates.get(0), estimates.subList(1, estimates.size()));
  }

  /** R², then the coefficients by state. */
  private static double[] numbers(LeastSquares fit, int states) {
    double[] numbers = new double[1 + states];
    numbers[0] = fit.rSquared();
    for (int state = 0; state < states; state++) {
      numbers[1 + state] = coefficient(fit, state);
    }
    return numbers;
  }

  private static LeastSquares fit(Occupancy occupancy, double[] times, int[] runs) {
    double[] y = IntStream.of(runs).mapToDouble(run -> times[run]).toArray();
    return LeastSquares.of(occupancy.design(runs), y);
  }

  private static double coefficient(LeastSquares fit, int state) {
    return fit.coefficient(Occupancy.name(state)).map(Coefficient::estimate).orElse(Double.NaN);
  }

  /** Whether the overall F-test is below {@value #SIGNIFICANT}. */
  public boolean significant() {
    return fit.overall().p() < SIGNIFICANT;
  }
}
