package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlText;
import org.dynlab.core.rule.Chain;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.problem.UserError;

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
    List<Experiment> experiments = new ArrayList<>();
    SharedParts shared = bind(file, points, language, experiments);
    List<RunSpec> runs = new ArrayList<>();
    RecordWriter writer = language.writer().remembering();
    IdentityHashMap<JsonNode, String> parts = new IdentityHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      JsonNode spec = writer.toTree(description(experiments.get(i), points.get(i).arm()));
      SpecHash hash = SpecHash.of(spec, parts);
      Map<String, String> words = points.get(i).words();
      for (long seed : shared.sweep().seeds().values()) {
        runs.add(new RunSpec(runs.size(), hash.with(seed), seed, words, spec));
      }
    }
    Experiment first = shared.in(experiments.get(0));
    return new Expansion(first, resolved(file, first, points.get(0), language), runs);
  }

  /** Adds the experiment of every point, without the parts that are the same for all of them. */
  private static SharedParts bind(
      ExperimentFile file,
      List<GridPoint> points,
      ExperimentLanguage language,
      List<Experiment> experiments) {
    PointProblems problems = new PointProblems(file.name());
    RecordReader reader = language.reader().remembering();
    ObjectNode rest = SharedParts.without(file.tree());
    int looked = 0;
    while (looked < points.size() && !problems.areEnough()) {
      GridPoint point = points.get(looked++);
      try {
        experiments.add(reader.read(point.applyTo(rest), Experiment.class, ""));
      } catch (UserError error) {
        problems.add(point, error);
      }
    }
    SharedParts shared = null;
    try {
      shared = reader.read(SharedParts.of(file.tree()), SharedParts.class, "");
    } catch (UserError error) {
      points.subList(0, looked).forEach(point -> problems.add(point, error));
    }
    problems.done(looked, points.size());
    return shared;
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
        experiment.pruning(),
        Probe.expand(experiment.probes()),
        experiment.checkpoints());
  }

  /**
   * The experiment with every default, unless it would not expand to the same runs: a sweep that
   * changes a kind cannot stand beside the defaults of one of the kinds, points that leave keys out
   * not beside the values of the first one, and a path into a part that is written shorter than
   * here leads nowhere.
   */
  private static String resolved(
      ExperimentFile file, Experiment first, GridPoint point, ExperimentLanguage language) {
    JsonNode whole = language.writer().toTree(first);
    boolean sweepsKinds =
        SweptKey.of(file.tree()).stream().anyMatch(key -> key.path().endsWith("kind"));
    boolean same = !sweepsKinds && first.sweep().listsSameKeys() && point.fits((ObjectNode) whole);
    return YamlText.of(same ? whole : file.tree());
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
    ObjectNode tree = SharedParts.without(file.tree());
    boolean arms = !ArmsNotation.names(tree.path(GridPoint.OPTIMIZER)).isEmpty();
    Checks unsettable = new Checks();
    Set<String> set = new HashSet<>();
    for (SweptKey key : SweptKey.of(file.tree())) {
      boolean choosesAnArm = arms && key.path().equals(GridPoint.OPTIMIZER);
      if (!choosesAnArm && !key.values().isEmpty() && set.add(key.path())) {
        Setting setting = new Setting(key.path(), key.values().values().iterator().next());
        ObjectNode before = tree;
        tree = unsettable.within("", () -> setting.applyTo(before, "")).orElse(before);
      }
    }
    return language.reader().read(tree, Experiment.class, file.name() + ": ");
  }

  /** Whether the plan lists these runs, each once, in whatever order. */
  public boolean isPlanned(List<PlannedRun> plan) {
    return plan.size() == runs.size()
        && plan.stream()
            .map(PlannedRun::identity)
            .collect(Collectors.toSet())
            .equals(runs.stream().map(r -> r.planned().identity()).collect(Collectors.toSet()));
  }

  /**
   * The runs with the numbers that a plan of this experiment gives them, in its order.
   *
   * @param plan lists every run once
   */
  public List<RunSpec> numberedBy(List<PlannedRun> plan) {
    Map<PlannedRun.Identity, RunSpec> byIdentity = new HashMap<>();
    runs.forEach(run -> byIdentity.put(run.planned().identity(), run));
    return plan.stream().map(run -> byIdentity.get(run.identity()).at(run.index())).toList();
  }
}
