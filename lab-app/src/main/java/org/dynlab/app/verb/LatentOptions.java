package org.dynlab.app.verb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.app.session.StudyStyle;
import org.dynlab.core.experiment.LatentStates;
import org.dynlab.core.experiment.LatentStates.Covariance;
import org.dynlab.core.experiment.LatentStates.Criterion;
import picocli.CommandLine.Option;

/** How latent states are studied, where it is to differ from what is written or usual. */
final class LatentOptions {
  @Option(
      names = "--features",
      paramLabel = "COLUMN,...",
      split = ",",
      description =
          "columns that the states are made of (default: the 14 weight statistics of the lab)")
  private List<String> features;

  @Option(
      names = "--target",
      paramLabel = "COLUMN>NUMBER",
      description =
          "what a run has to pass to have converged, > or <, in quotes (default: eval.accuracy>0.9)")
  private String target;

  @Option(
      names = "--states",
      paramLabel = "K",
      description = "largest number of states that is tried, 1 to 16 (default: 8)")
  private Integer states;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "starts for each number of states (default: 5)")
  private Integer restarts;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "iterations of Baum-Welch, at most (default: 32)")
  private Integer iterations;

  @Option(
      names = "--covariance",
      paramLabel = "KIND",
      description = "full, diagonal, tied or spherical (default: full)")
  private Covariance covariance;

  @Option(
      names = "--criterion",
      paramLabel = "NAME",
      description = "what decides on the number of states: bic, aic or likelihood (default: bic)")
  private Criterion criterion;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of a run that are used, its first ones (default: 1000)")
  private Integer rows;

  @Option(
      names = "--repo-compatible",
      description =
          "choice of the number of states and importance of features as in the authors' code, which"
              + " made the published tables")
  private boolean repoCompatible;

  @Option(
      names = "--baselines",
      paramLabel = "COLUMN",
      arity = "0..1",
      fallbackValue = "weight.all.l2",
      description =
          "also tries k-means, and models of that feature alone, with up to 16 components (default"
              + " column: ${FALLBACK-VALUE})")
  private String baseline;

  /** The same with what was given. */
  LatentStates over(LatentStates base) {
    return new LatentStates(
        features == null ? base.features() : features,
        target == null ? base.target() : target,
        states == null ? base.states() : states,
        restarts == null ? base.restarts() : restarts,
        iterations == null ? base.iterations() : iterations,
        covariance == null ? base.covariance() : covariance,
        criterion == null ? base.criterion() : criterion,
        rows == null ? base.rows() : rows);
  }

  StudyStyle style() {
    return new StudyStyle(
        repoCompatible ? Importance.REPO_COMPATIBLE : Importance.CORRECT,
        Optional.ofNullable(baseline));
  }

  /** The columns it needs of a log; empty if all are to be read. */
  List<String> columns(LatentStates latent) {
    return features == null
        ? List.of()
        : Stream.concat(features.stream(), Stream.of(latent.passing().column()))
            .distinct()
            .toList();
  }
}
