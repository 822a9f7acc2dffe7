package org.dynlab.analysis.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.store.claim.Claim;

/**
 * Pairs the runs of an arm with those of the arm they are held against: the run of the same seed
 * whose settings are the same but for those that the claim names.
 */
record Partners(Claim claim, Sweep sweep) {

  /** The partner that counts, if there is one. */
  Optional<Run> of(Run run) {
    Map<String, String> settings = new LinkedHashMap<>(run.arm());
    settings.putAll(claim.against());
    return sweep.runs().stream()
        .filter(Run::counts)
        .filter(other -> other.seed() == run.seed() && other.arm().equals(settings))
        .findFirst();
  }
}
