package org.dynlab.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
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
import org.dynlab.app.vocabulary.LatentColumns;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.LatentStates;
import org.dynlab.store.problem.UserError;

/** From what a user writes about latent states to how they are studied on a sweep. */
public final class LatentPlan {
  /** Of split and starts, where the user says nothing. */
  public static final long SEED = 0;

  private LatentPlan() {}

  /**
   * What is analysed of a sweep: everything, latent states among it where there are columns for
   * them.
   *
   * @param seed of split and starts
   */
  static AnalysisSettings analysis(
      LatentStates latent, Sweep sweep, StudyStyle style, long seed, int threads) {
    boolean named = !latent.features().isEmpty();
    if (named || LatentColumns.WEIGHT_STATISTICS.stream().anyMatch(sweep::has)) {
      StudySettings study = settings(latent, sweep, style, seed);
      return new AnalysisSettings(Optional.of(study), Optional.empty(), seed, threads);
    }
    UserError why = LatentColumns.missing(sweep.experiment());
    return new AnalysisSettings(Optional.empty(), Optional.of(why), seed, threads);
  }

  /**
   * The settings for a sweep. Where importance is to be that of the authors' code, so is the choice
   * of the number of states: by the mean over fits instead of the best one.
   *
   * @param seed of split and starts
   */
  private static StudySettings settings(
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
    return latent(experiment, file)
        .filter(latent -> sweep.arms().stream().anyMatch(arm -> !arm.counted().isEmpty()))
        .map(latent -> analysis(latent, sweep, StudyStyle.USUAL, SEED, threads))
        .orElse(new AnalysisSettings(Optional.empty(), Optional.empty(), SEED, threads));
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
    return named.isEmpty()
        ? LatentColumns.WEIGHT_STATISTICS.stream().filter(sweep::has).toList()
        : named;
  }
}
