package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.YamlText;
import org.dynlab.core.rule.Chain;
import org.dynlab.store.UserError;

/**
 * The numbered runs of an experiment file: the grid in file order, seeds innermost. A pure function
 * of the tree; every grid point is bound and checked before there is a first run.
 *
 * @param experiment the experiment at its first grid point
 * @param resolved the whole experiment as YAML with every default; expanding it gives these runs
 * @param runs at least one
 */
public record Expansion(Experiment experiment, String resolved, List<RunSpec> runs) {

  /** Copies the list. */
  public Expansion {
    runs = List.copyOf(runs);
  }

  /** The runs of that file; all that is wrong with it in one {@link UserError}. */
  public static Expansion of(ExperimentFile file, ExperimentLanguage language) {
    List<GridPoint> points = points(file, language);
    PointProblems problems = new PointProblems(file.name());
    List<Experiment> experiments = new ArrayList<>();
    for (GridPoint point : points) {
      try {
        JsonNode tree = point.applyTo(file.tree());
        experiments.add(language.reader().read(tree, Experiment.class, ""));
      } catch (UserError error) {
        problems.add(point, error);
      }
    }
    problems.done(points.size());
    List<RunSpec> runs = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      addRuns(points.get(i), experiments.get(i), language, runs);
    }
    return new Expansion(experiments.get(0), resolved(file, experiments.get(0), language), runs);
  }

  private static void addRuns(
      GridPoint point, Experiment experiment, ExperimentLanguage language, List<RunSpec> runs) {
    JsonNode spec = language.writer().toTree(description(experiment, point.arm()));
    for (long seed : experiment.sweep().seeds().values()) {
      runs.add(new RunSpec(runs.size(), SpecHash.of(spec, seed), seed, point.words(), spec));
    }
  }

  private static RunDescription description(Experiment experiment, Optional<String> arm) {
    Map<String, Chain> chains = experiment.optimizer().chains();
    return new RunDescription(
        experiment.name(),
        experiment.task(),
        experiment.model(),
        experiment.precision(),
        experiment.batch(),
        experiment.budget(),
        arm.map(chains::get).orElseGet(() -> chains.values().iterator().next()),
        Probe.expand(experiment.probes()),
        experiment.checkpoints());
  }

  /** A grid that changes a kind cannot stand beside the defaults of one of the kinds. */
  private static String resolved(
      ExperimentFile file, Experiment experiment, ExperimentLanguage language) {
    boolean sweepsKinds =
        experiment.sweep().over().keySet().stream().anyMatch(path -> path.endsWith("kind"));
    return YamlText.of(sweepsKinds ? file.tree() : language.writer().toTree(experiment));
  }

  private static List<GridPoint> points(ExperimentFile file, ExperimentLanguage language) {
    JsonNode written = file.tree().path("sweep");
    JsonNode sweep = written.isMissingNode() ? JsonNodeFactory.instance.objectNode() : written;
    try {
      Sweep bound = language.reader().read(sweep, Sweep.class, "sweep");
      return new Grid(file.tree(), bound).points();
    } catch (UserError error) {
      Checks checks = new Checks();
      error.problems().forEach(problem -> checks.add(problem.within(file.name() + ": ")));
      checks.within("", () -> bindRest(file, language));
      checks.done();
      throw error;
    }
  }

  /** When the sweep itself is wrong: is the rest right, at the first value of every axis? */
  private static Experiment bindRest(ExperimentFile file, ExperimentLanguage language) {
    ObjectNode tree = file.tree().deepCopy();
    JsonNode over = tree.path("sweep").path("over");
    boolean arms = !ArmsNotation.names(tree.path(GridPoint.OPTIMIZER)).isEmpty();
    tree.remove("sweep");
    Checks unsettable = new Checks();
    for (var axis : over.properties().stream().limit(Grid.MOST_AXES).toList()) {
      JsonNode first = axis.getValue().path(0);
      ObjectNode before = tree;
      if (!first.isMissingNode() && !(arms && axis.getKey().equals(GridPoint.OPTIMIZER))) {
        Setting setting = new Setting(axis.getKey(), first);
        tree = unsettable.within("", () -> setting.applyTo(before, "")).orElse(before);
      }
    }
    return language.reader().read(tree, Experiment.class, file.name() + ": ");
  }
}
