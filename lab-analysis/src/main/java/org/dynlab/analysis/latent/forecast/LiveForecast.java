package org.dynlab.analysis.latent.forecast;

import java.util.Arrays;
import java.util.Optional;
import org.dynlab.analysis.hmm.model.RowFilter;
import org.dynlab.store.ForecastFile.Moment;

/**
 * Reads the rows of one run as they come and says in which state of a {@link ForecastModel} it is,
 * and, at that model's moments, when it will converge. All it remembers is {@link #memory}, so that
 * it goes on from a copy of that with the same numbers.
 */
public final class LiveForecast {
  private static final int ROWS = 0;
  private static final int PASSED = 1;
  private static final int PROBABILITIES = 2;

  private final ForecastModel model;
  private final RowFilter filter;
  private final int states;
  private final double[] scaled;
  private final double[] probabilities;

  /** Rows taken in, whether the target was passed, K probabilities, K numbers of rows by state. */
  private final double[] memory;

  private LiveForecast(ForecastModel model) {
    this.model = model;
    this.filter = new RowFilter(model.causal().hmm());
    this.states = model.causal().hmm().states();
    this.scaled = new double[model.columns().size()];
    this.probabilities = new double[states];
    this.memory = new double[PROBABILITIES + 2 * states];
  }

  /** At the beginning of a run. */
  public static LiveForecast of(ForecastModel model) {
    return new LiveForecast(model);
  }

  /**
   * What is known after a row.
   *
   * @param row its number among the model's rows
   * @param state the likeliest one given the rows so far
   * @param first whether no row before was in it
   * @param prediction if the row is one of the moments of the model
   */
  public record Reading(int row, int state, boolean first, Optional<Prediction> prediction) {}

  /**
   * When the run will converge.
   *
   * @param converges in rows of the features, as {@code Convergence} counts them
   * @param moment with what it can be compared
   */
  public record Prediction(double converges, Moment moment) {}

  /** Takes notice of the target's column; once it is passed nothing is foretold any more. */
  public void seeTarget(double value) {
    memory[PASSED] = model.target().passedBy(value) ? 1 : memory[PASSED];
  }

  /**
   * Takes in what was measured at a step. Rows of the model's steps before it that were never seen,
   * and one with a number that is not finite, are rows that nothing is known of.
   *
   * @param row by column of the model
   * @return empty at steps that are not the model's, and once the target was passed
   */
  public Optional<Reading> see(long step, double[] row) {
    while (memory[ROWS] < model.steps().size() && nextStep() < step) {
      takeIn(null);
    }
    if (memory[PASSED] != 0 || memory[ROWS] >= model.steps().size() || nextStep() != step) {
      return Optional.empty();
    }
    return Optional.of(takeIn(Arrays.stream(row).allMatch(Double::isFinite) ? row : null));
  }

  private long nextStep() {
    return model.steps().get((int) memory[ROWS]);
  }

  private Reading takeIn(double[] row) {
    System.arraycopy(memory, PROBABILITIES, probabilities, 0, states);
    if (memory[ROWS] == 0) {
      filter.start(probabilities);
    } else {
      filter.move(probabilities);
    }
    if (row != null) {
      for (int j = 0; j < scaled.length; j++) {
        scaled[j] = model.causal().scale().scaled(j, row[j]);
      }
      filter.see(scaled, probabilities);
    }
    System.arraycopy(probabilities, 0, memory, PROBABILITIES, states);
    int state = 0;
    for (int k = 1; k < states; k++) {
      state = probabilities[k] > probabilities[state] ? k : state;
    }
    int counts = PROBABILITIES + states;
    boolean first = memory[counts + state] == 0;
    memory[counts + state]++;
    int number = (int) memory[ROWS]++;
    return new Reading(number, state, first, prediction(number, state));
  }

  private Optional<Prediction> prediction(int number, int now) {
    Optional<Moment> moment = model.moments().stream().filter(m -> m.row() == number).findFirst();
    return moment.map(m -> new Prediction(predicted(m, now), m));
  }

  private double predicted(Moment moment, int now) {
    double[] counts = Arrays.copyOfRange(memory, PROBABILITIES + states, memory.length);
    double[] columns = StatesSoFar.columns(counts, now);
    double sum = moment.intercept();
    for (int j = 0; j < columns.length; j++) {
      sum += moment.weights().get(j) * columns[j];
    }
    return sum;
  }

  /** The live array of what it remembers. */
  public double[] memory() {
    return memory;
  }
}
