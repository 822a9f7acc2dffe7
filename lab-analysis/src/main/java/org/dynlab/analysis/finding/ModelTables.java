package org.dynlab.analysis.finding;

import org.dynlab.analysis.hmm.LatentStates;
import org.dynlab.analysis.hmm.selection.Candidate;
import org.dynlab.analysis.hmm.selection.ClusterBaseline;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.analysis.latent.Baselines;

/** Which models of latent states were tried, and how they scored. */
final class ModelTables {
  private ModelTables() {}

  static DataTable selection(ModelSelection selection) {
    DataTable.Builder table =
        new DataTable.Builder("selection", "Numbers of states, scored on held-out runs")
            .numbers("states", "starts", "fits", "log-likelihood", "std", "AIC", "BIC")
            .words("chosen");
    for (Candidate candidate : selection.candidates()) {
      Candidate speaking = candidate.pooled(selection.pooling());
      table.row(
          Cell.of((long) candidate.states()),
          Cell.of((long) candidate.starts()),
          Cell.of((long) candidate.restarts().size()),
          Cell.of(speaking.meanLogLikelihood()),
          Cell.of(candidate.stdLogLikelihood()),
          Cell.of(speaking.meanAic()),
          Cell.of(speaking.meanBic()),
          Cell.of(candidate.states() == selection.selected().states() ? "✓" : ""));
    }
    return table.build();
  }

  static DataTable baselines(Baselines baselines, LatentStates latent) {
    DataTable.Builder table =
        new DataTable.Builder(
                "baselines",
                "The states beside simpler models, on the same held-out runs (BIC of different"
                    + " columns cannot be compared)")
            .words("model")
            .numbers("components", "tried", "log-likelihood", "BIC");
    int columns = latent.scaled().width();
    row(table, "hidden Markov model of " + columns + " columns", latent.selection());
    row(table, "hidden Markov model of " + baselines.column() + " alone", baselines.alone());
    ClusterBaseline.Clusters clusters = baselines.clusters().selected();
    table.row(
        Cell.of("k-means of " + columns + " columns"),
        Cell.of((long) clusters.clusters()),
        Cell.of((long) baselines.clusters().candidates().size()),
        Cell.of(clusters.validation().logLikelihood()),
        Cell.of(clusters.validation().bic()));
    return table.build();
  }

  private static void row(DataTable.Builder table, String model, ModelSelection selection) {
    Candidate selected = selection.selected();
    table.row(
        Cell.of(model),
        Cell.of((long) selected.states()),
        Cell.of((long) selection.candidates().size()),
        Cell.of(selected.best().validation().logLikelihood()),
        Cell.of(selected.best().validation().bic()));
  }
}
