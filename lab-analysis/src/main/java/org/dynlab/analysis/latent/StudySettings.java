package org.dynlab.analysis.latent;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.store.claim.Target;

/**
 * How latent states are studied.
 *
 * @param features columns the states are made of
 * @param target what a run has to reach; empty for a map without outcomes
 * @param firstRows rows of a run that are used at most, its first ones
 * @param selection how many states, and how they are fitted
 * @param importance of features on the edges of the map
 * @param baseline the feature that is also modelled alone, beside k-means of all; empty for no
 *     {@link Baselines}
 */
public record StudySettings(
    List<String> features,
    Optional<Target> target,
    int firstRows,
    ModelSelection.Settings selection,
    Importance importance,
    Optional<String> baseline) {
  /** As in arXiv 2308.09543. */
  public static final int FIRST_ROWS = 1000;

  /** Copies the list. */
  public StudySettings {
    features = List.copyOf(features);
  }
}
