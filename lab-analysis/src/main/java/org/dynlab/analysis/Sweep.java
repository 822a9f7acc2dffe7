package org.dynlab.analysis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.table.Column;

/**
 * All runs of an experiment, planned ones included.
 *
 * @param experiment its name
 * @param runs in the order of the plan
 * @param columns what the columns of the runs mean, each name once
 */
public record Sweep(String experiment, List<Run> runs, List<Column> columns) {

  /** Copies the lists. */
  public Sweep {
    runs = List.copyOf(runs);
    columns = List.copyOf(columns);
  }

  /** Reads an experiment directory. Runs that cannot be read are kept with the reason. */
  public static Sweep open(Path folder) {
    return of(ExperimentDirectory.open(folder));
  }

  /** Reads the runs of an experiment. */
  public static Sweep of(ExperimentDirectory experiment) {
    return new SweepReader(experiment).read();
  }

  /** The runs grouped by the settings they ran with, in the order of the plan. */
  public List<Arm> arms() {
    Map<Map<String, String>, List<Run>> groups =
        runs.stream()
            .collect(Collectors.groupingBy(Run::arm, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(e -> new Arm(e.getKey(), e.getValue())).toList();
  }

  /** The runs that do not count fully, with reasons. */
  public Exclusions exclusions() {
    return Exclusions.of(runs);
  }

  /** What readers must know of which arms. */
  public Caveats caveats() {
    return Caveats.of(arms());
  }

  /** Whether any run has a measured cell in that column. */
  public boolean has(String column) {
    return runs.stream().anyMatch(run -> run.curve(column).isPresent());
  }

  /** Names of the measured columns that begin so, in the order in which they were declared. */
  public List<String> columnsBeginningWith(String prefix) {
    return runs.stream()
        .flatMap(run -> run.curves().keySet().stream())
        .filter(column -> column.startsWith(prefix))
        .distinct()
        .toList();
  }
}
