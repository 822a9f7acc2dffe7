package org.dynlab.app.session;

import java.util.Optional;
import org.dynlab.analysis.hmm.map.Importance;

/**
 * What only {@code lab analyze} can be asked for about latent states.
 *
 * @param importance of features, and with it how the number of states is chosen
 * @param baseline the feature that is also modelled alone; empty for no baselines
 */
public record StudyStyle(Importance importance, Optional<String> baseline) {
  /** Where nothing is asked for. */
  public static final StudyStyle USUAL = new StudyStyle(Importance.CORRECT, Optional.empty());
}
