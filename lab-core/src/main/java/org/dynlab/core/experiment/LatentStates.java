package org.dynlab.core.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.store.claim.Target;

/**
 * How the latent states of the finished runs are studied (arXiv 2308.09543): a Gaussian hidden
 * Markov model of some columns, and what its states say about when runs reach a target. Changes no
 * number of a run.
 */
public record LatentStates(
    @Default("[]") @Meaning("columns; [] for the 14 weight statistics that were measured")
        List<String> features,
    @Default("eval.accuracy > 0.9") @Meaning("what a run has to pass, COLUMN > NUMBER or <")
        String target,
    @Default("8") @Meaning("largest number of states that is tried, 1 to 16") int states,
    @Default("5") @Meaning("starts for each number of states") int restarts,
    @Default("32") @Meaning("iterations of Baum-Welch, at most") int iterations,
    @Default("full") @Meaning("covariance of the states") Covariance covariance,
    @Default("bic") @Meaning("what decides on the number of states, on held-out runs")
        Criterion criterion,
    @Default("1000") @Meaning("rows of a run that are used, its first ones") int rows) {

  /** What the covariances of the states may be. */
  public enum Covariance {
    /** A matrix for each state. */
    FULL,
    /** A variance for each state and column. */
    DIAGONAL,
    /** One matrix for all states. */
    TIED,
    /** One variance for each state. */
    SPHERICAL
  }

  /** What decides on the number of states. */
  public enum Criterion {
    /** The Bayesian information criterion. */
    BIC,
    /** Akaike's information criterion. */
    AIC,
    /** The likelihood. */
    LIKELIHOOD
  }

  private static final int MOST_STATES = 16;

  /** Checks the ranges, copies the list. */
  public LatentStates {
    Checks checks = new Checks();
    String text = target;
    checks.within("", () -> Target.parse(text, "target"));
    checks.range("states", states, 1, MOST_STATES);
    checks.range("restarts", restarts, 1, 1000);
    checks.range("iterations", iterations, 1, 100_000);
    checks.range("rows", rows, 2, 10_000_000);
    checks.done();
    features = List.copyOf(features);
  }

  /** What a run has to pass. */
  public Target passing() {
    return Target.parse(target, "target");
  }

  /** The columns that are read, by where they are named. */
  Map<String, String> columnsNamed(String before) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(before + "target", passing().column());
    for (int i = 0; i < features.size(); i++) {
      columns.put(before + "features[" + i + "]", features.get(i));
    }
    return columns;
  }
}
