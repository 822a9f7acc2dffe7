package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Default;
import org.dynlab.store.claim.Claim;

/** The parts of an experiment that no point of the grid can change. */
record SharedParts(
    @Default("{}") Sweep sweep,
    Optional<LatentStates> latentStates,
    @Default("[]") List<Claim> claims) {
  private static final List<String> KEYS = List.of("sweep", "latentStates", "claims");

  /** The tree of these parts. */
  static ObjectNode of(ObjectNode tree) {
    return tree.deepCopy().retain(KEYS);
  }

  /** The tree of all other parts. */
  static ObjectNode without(ObjectNode tree) {
    return tree.deepCopy().remove(KEYS);
  }

  /** The experiment with these parts. */
  Experiment in(Experiment experiment) {
    return new Experiment(
        experiment.name(),
        experiment.task(),
        experiment.model(),
        experiment.precision(),
        experiment.batch(),
        experiment.budget(),
        experiment.optimizer(),
        experiment.pruning(),
        experiment.probes(),
        experiment.checkpoints(),
        sweep,
        latentStates,
        claims);
  }
}
