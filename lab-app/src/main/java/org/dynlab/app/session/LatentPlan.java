package org.dynlab.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.finding.AnalysisSettings;
import org.dynlab.analysis.hmm.fit.BaumWelch;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.hmm.map.Importance;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.selection.Criterion;
import org.dynlab.analysis.hmm.selection.ModelSelection;
import org.dynlab.analysis.hmm.selection.Pooling;
import org.dynlab.analysis.latent.StudySettings;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.LatentStates;
import org.dynlab.store.UserError;

/** From what a user writes about latent states to how they are studied on a sweep. */
public final class LatentPlan {
  /** The columns of arXiv 2308.09543, table 3, as {@code weightStatistics} calls them. */
  public static final List<String> WEIGHT_STATISTICS =
      Stream.concat(
              Stream.of(
                      "l1",
                      "l2",
                      "l1_over_l2",
                      "trace",
                      "spectral",
                      "trace_over_spectral",
                      "singular_mean",
                      "singular_variance",
                      "mean",
                      "median",
                      "variance")
                  .map(name -> "weight.all." + name),
              Stream.of("mean", "median", "variance").map(name -> "bias.all." + name))
          .toList();

  /** Of split and starts, where the user says nothing. */
  public static final long SEED = 0;

  private LatentPlan() {}

  /**
   * The settings for a sweep. Where importance is to be that of the authors' code, so is the choice
   * of the number of states: by the mean over fits instead of the best one.
   *
   * @param seed of split and starts
   */
  public static StudySettings settings(
      LatentStates latent, Sweep sweep, StudyStyle style, long seed) {
    Importance importance = style.importance();
    List<String> features = features(latent.features(), sweep);
    style.baseline().ifPresent(column -> checkBaseline(column, features));
    return new StudySettings(
        features,
        Optional.of(latent.passing()),
        latent.rows(),
        new ModelSelection.Settings(
            latent.states(),
            latent.restarts(),
            new Start(Covariances.valueOf(latent.covariance().name()), 1),
            new BaumWelch(latent.iterations(), BaumWelch.STANDARD.tolerance(), true),
            Criterion.valueOf(latent.criterion().name()),
            importance == Importance.CORRECT ? Pooling.BEST : Pooling.MEAN,
            seed),
        importance,
        style.baseline());
  }

  private static void checkBaseline(String column, List<String> features) {
    if (!features.contains(column)) {
      String hint = "e.g. --baselines=" + features.get(0);
      throw new UserError("--baselines", "must be one of the features", column, hint);
    }
  }

  /** What the experiment's file says; nothing is studied if it does not ask for it. */
  static AnalysisSettings written(JsonNode experiment, String file, Sweep sweep) {
    int threads = Runtime.getRuntime().availableProcessors();
    Optional<StudySettings> study =
        latent(experiment, file)
            .filter(latent -> sweep.arms().stream().anyMatch(arm -> !arm.counted().isEmpty()))
            .map(latent -> settings(latent, sweep, StudyStyle.USUAL, SEED));
    return new AnalysisSettings(study, SEED, threads);
  }

  /** The part of an experiment that says how latent states are studied. */
  public static Optional<LatentStates> latent(JsonNode experiment, String file) {
    return Optional.ofNullable(experiment.get("latentStates"))
        .filter(node -> !node.isNull())
        .map(node -> read(node, file + ": latentStates"));
  }

  /** What stands where the user says nothing. */
  public static LatentStates standard() {
    return read(JsonNodeFactory.instance.objectNode(), "");
  }

  private static LatentStates read(JsonNode node, String where) {
    return new ExperimentLanguage(List.of()).reader().read(node, LatentStates.class, where);
  }

  /** Those that are named, or the weight statistics that were measured. */
  private static List<String> features(List<String> named, Sweep sweep) {
    if (!named.isEmpty()) {
      return named;
    }
    List<String> measured = WEIGHT_STATISTICS.stream().filter(sweep::has).toList();
    if (measured.isEmpty()) {
      throw new UserError(
          sweep.experiment(),
          "must have columns for latent states",
          "no weight statistics",
          "name others with features, or measure with"
              + " {kind: weightStatistics, singularValues: true}");
    }
    return measured;
  }
}
