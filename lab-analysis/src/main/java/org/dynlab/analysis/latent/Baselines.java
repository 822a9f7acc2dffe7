package org.dynlab.analysis.latent;

import java.util.List;
import org.dynlab.analysis.hmm.LatentStates;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.selection.ClusterBaseline;
import org.dynlab.analysis.hmm.selection.ModelSelection;

/**
 * The baselines of arXiv 2308.09543, table 4, on the same runs, scaling and split: k-means of all
 * columns, and a hidden Markov model of one column, the L2 norm there; with up to {@value
 * #MOST_COMPONENTS} components, as there. BIC of models of different columns cannot be compared;
 * what can be is how many components each of them needs.
 *
 * @param clusters k-means
 * @param column of the other one
 * @param alone the models of that column
 */
public record Baselines(ClusterBaseline clusters, String column, ModelSelection alone) {
  static final int MOST_COMPONENTS = 16;

  /** Both of them, with as many starts as the study; the column is one that is not constant. */
  static Baselines of(
      LatentStates latent, String column, ModelSelection.Settings settings, int threads) {
    Sequences scaled = latent.scaled();
    ClusterBaseline clusters =
        ClusterBaseline.of(
            scaled,
            latent.selection().split(),
            MOST_COMPONENTS,
            settings.restarts(),
            settings.seed(),
            threads);
    ModelSelection alone =
        ModelSelection.of(
            scaled.ofColumns(List.of(column)), settings.withStates(MOST_COMPONENTS), threads);
    return new Baselines(clusters, column, alone);
  }
}
