package org.dynlab.analysis.hmm.model;

/**
 * The filtered probabilities of the states of one run, p(s_t | z₀..z_t), row by row as the rows
 * come: the numbers of {@link Smoother#filter}. Remembers nothing itself; not for several threads
 * at once.
 */
public final class RowFilter {
  private final GaussianHmm model;
  private final Precisions precisions;
  private final double[] deviation;
  private final double[] solved;
  private final double[] predicted;
  private final double[] logs;

  /** A filter of that model. */
  public RowFilter(GaussianHmm model) {
    this.model = model;
    this.precisions = Precisions.of(model);
    this.deviation = new double[model.width()];
    this.solved = new double[model.width()];
    this.predicted = new double[model.states()];
    this.logs = new double[model.states()];
  }

  /** p(s₀) before any row is known. */
  public void start(double[] probabilities) {
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = model.start(k);
    }
  }

  /** From p(s_t | …) to p(s_{t+1} | …) of a row that is not known yet, in place. */
  public void move(double[] probabilities) {
    for (int j = 0; j < predicted.length; j++) {
      double sum = 0;
      for (int i = 0; i < predicted.length; i++) {
        sum += probabilities[i] * model.transition(i, j);
      }
      predicted[j] = sum;
    }
    System.arraycopy(predicted, 0, probabilities, 0, predicted.length);
  }

  /** Takes in the row, in place; a row that no state can explain changes nothing. */
  public void see(double[] row, double[] probabilities) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(probabilities[k]) + logDensity(k, row);
      most = Math.max(most, logs[k]);
    }
    if (!Double.isFinite(most)) {
      return;
    }
    double sum = 0;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.exp(logs[k] - most);
      sum += logs[k];
    }
    for (int k = 0; k < logs.length; k++) {
      probabilities[k] = logs[k] / sum;
    }
  }

  private double logDensity(int state, double[] row) {
    for (int i = 0; i < row.length; i++) {
      deviation[i] = row[i] - model.mean(state, i);
      solved[i] = deviation[i];
    }
    precisions.solve(state, solved);
    double squares = 0;
    for (int i = 0; i < row.length; i++) {
      squares += deviation[i] * solved[i];
    }
    return -0.5 * (precisions.logScale(state) + squares);
  }
}
