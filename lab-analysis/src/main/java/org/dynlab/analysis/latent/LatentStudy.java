package org.dynlab.analysis.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.hmm.LatentStates;
import org.dynlab.analysis.hmm.data.FeatureTable;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.latent.forecast.Forecast;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.latent.outcome.Occupancy;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.latent.outcome.StateEffects;
import org.dynlab.analysis.latent.outcome.StateRegression;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.store.claim.Target;

/**
 * The latent states of one arm's runs and what they have to do with convergence.
 *
 * @param arm name of the arm
 * @param features what was read, with what was left out
 * @param latent states, selection and map
 * @param outcome convergence and all that is said about it; empty without a target
 * @param dissimilarity of the paths
 * @param baselines simpler models, if they were asked for
 */
public record LatentStudy(
    String arm,
    FeatureTable features,
    LatentStates latent,
    Optional<Outcome> outcome,
    Dissimilarity dissimilarity,
    Optional<Baselines> baselines) {

  /**
   * What the runs had to reach, and when they did.
   *
   * @param convergences by run, in the order of the features
   * @param regression of convergence on states; empty if there is none
   * @param effects of the states, in their order; empty without a regression
   * @param forecast how early the outcome can be told; empty without a regression
   * @param notes why something is missing
   */
  public record Outcome(
      Target target,
      List<Convergence> convergences,
      Optional<StateRegression> regression,
      List<StateEffect> effects,
      Optional<Forecast> forecast,
      List<String> notes) {

    /** Copies the lists. */
    public Outcome {
      convergences = List.copyOf(convergences);
      effects = List.copyOf(effects);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Studies the runs of an arm that have all features; with a target those that have its column.
   *
   * @param threads does not change the numbers
   */
  public static LatentStudy of(Arm arm, StudySettings settings, int threads) {
    FeatureTable features = features(arm, settings);
    Sequences raw = features.sequences();
    LatentStates latent =
        LatentStates.of(raw, settings.selection(), settings.importance(), threads);
    TrainingMap map = latent.map();
    Occupancy occupancy =
        new Occupancy(map.paths().stream().map(Path::states).toList(), map.model().states());
    Bootstrap bootstrap = new Bootstrap(settings.selection().seed());
    return new LatentStudy(
        arm.name(),
        features,
        latent,
        settings.target().map(target -> outcome(arm, target, raw, occupancy, settings)),
        Dissimilarity.of(occupancy, bootstrap),
        settings
            .baseline()
            .map(column -> Baselines.of(latent, column, settings.selection(), threads)));
  }

  private static FeatureTable features(Arm arm, StudySettings settings) {
    if (settings.target().isEmpty()) {
      return FeatureTable.of(arm, settings.features(), settings.firstRows());
    }
    String column = settings.target().get().column();
    List<LeftOut> leftOut = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (Run run : arm.runs()) {
      if (run.counts() && run.curve(column).isEmpty()) {
        leftOut.add(new LeftOut(run.name(), "has no column " + column));
      } else {
        runs.add(run);
      }
    }
    FeatureTable table =
        FeatureTable.of(new Arm(arm.settings(), runs), settings.features(), settings.firstRows());
    leftOut.addAll(table.leftOut());
    return new FeatureTable(table.sequences(), leftOut, table.shortened());
  }

  private static Outcome outcome(
      Arm arm, Target target, Sequences raw, Occupancy occupancy, StudySettings settings) {
    List<Run> runs =
        raw.runs().stream()
            .map(name -> arm.runs().stream().filter(r -> r.name().equals(name)).findFirst())
            .map(Optional::orElseThrow)
            .toList();
    List<Convergence> convergences = Convergence.of(runs, raw, target);
    Optional<String> obstacle = obstacle(convergences, target, occupancy);
    if (obstacle.isPresent()) {
      List<String> notes = List.of(obstacle.get());
      return new Outcome(
          target, convergences, Optional.empty(), List.of(), Optional.empty(), notes);
    }
    Bootstrap bootstrap = new Bootstrap(settings.selection().seed());
    double[] times = convergences.stream().mapToDouble(Convergence::row).toArray();
    StateRegression regression = StateRegression.of(occupancy, times, bootstrap);
    return new Outcome(
        target,
        convergences,
        Optional.of(regression),
        new StateEffects(occupancy, convergences, regression, bootstrap).all(),
        Optional.of(
            Forecast.of(
                raw,
                convergences,
                target,
                occupancy.states(),
                settings.selection().start(),
                bootstrap)),
        List.of());
  }

  /** Why convergence cannot be regressed on states. */
  private static Optional<String> obstacle(
      List<Convergence> convergences, Target target, Occupancy occupancy) {
    long reached = convergences.stream().filter(Convergence::reached).count();
    long times = convergences.stream().mapToInt(Convergence::row).distinct().count();
    String words = target.words();
    if (reached == 0) {
      return Optional.of("no run reaches " + words + " within its rows: nothing to explain");
    } else if (times == 1) {
      return Optional.of("all runs reach " + words + " at the same row: nothing to explain");
    } else if (occupancy.runs() <= occupancy.states()) {
      return Optional.of(
          occupancy.runs()
              + " runs are too few to explain convergence by "
              + occupancy.states()
              + " states");
    }
    return Optional.empty();
  }
}
