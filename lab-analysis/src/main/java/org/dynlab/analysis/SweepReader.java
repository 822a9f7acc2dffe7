package org.dynlab.analysis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Shelf;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.MetricTable;
import org.dynlab.store.table.Series;
import org.dynlab.store.table.TimingTable;

/** Reads an experiment directory into a {@link Sweep}: one run per line of the plan. */
final class SweepReader {
  private final ExperimentDirectory experiment;
  private final Shelf shelf = new Shelf();
  private final String folderName;

  SweepReader(ExperimentDirectory experiment) {
    this.experiment = experiment;
    folderName = String.valueOf(experiment.path().toAbsolutePath().normalize().getFileName());
  }

  /** A run with what its folder says beside. */
  private record Read(Run run, Optional<String> experiment, List<Column> columns) {
    static Read bare(Run run) {
      return new Read(run, Optional.empty(), List.of());
    }
  }

  Sweep read() {
    List<Read> all = InParallel.map(experiment.planned(), this::read);
    Map<String, Column> columns = new LinkedHashMap<>();
    all.forEach(read -> read.columns().forEach(c -> columns.putIfAbsent(c.name(), c)));
    String name =
        all.stream()
            .flatMap(read -> read.experiment().stream())
            .reduce((earlier, later) -> later)
            .orElse(folderName);
    return new Sweep(name, all.stream().map(Read::run).toList(), List.copyOf(columns.values()));
  }

  private Read read(PlannedRun planned) {
    Path folder = experiment.folder(planned);
    if (!RunDirectory.isRun(folder)) {
      return Read.bare(bare(planned, RunState.NOT_STARTED, ""));
    }
    try {
      return read(planned, RunDirectory.open(folder));
    } catch (UserError e) {
      return Read.bare(bare(planned, RunState.UNREADABLE, String.valueOf(e.getMessage())));
    }
  }

  private static Run bare(PlannedRun planned, RunState state, String reason) {
    return new Run(
        planned.folder(),
        planned.index(),
        planned.seed(),
        planned.point(),
        state,
        reason,
        0,
        Map.of(),
        Timing.NONE,
        Optional.empty(),
        List.of());
  }

  private Read read(PlannedRun planned, RunDirectory directory) {
    MetricTable metrics = directory.metrics();
    Map<String, Curve> curves = curves(metrics);
    Optional<Ending> ending = Optional.ofNullable(directory.manifest().ending());
    Timing timing = timing(directory.timing());
    Run run =
        new Run(
            planned.folder(),
            planned.index(),
            planned.seed(),
            planned.point(),
            ending.map(SweepReader::state).orElse(RunState.UNFINISHED),
            ending.map(Ending::reason).orElse("no ending was noted"),
            ending.map(Ending::steps).orElse(lastStep(metrics)),
            curves,
            timing,
            Optional.of(directory.manifest().provenance()),
            directory.manifest().caveats());
    return new Read(run, Optional.of(directory.manifest().experiment()), directory.columns());
  }

  private static RunState state(Ending ending) {
    return switch (ending.outcome()) {
      case COMPLETED -> RunState.COMPLETED;
      case DIVERGED -> RunState.DIVERGED;
      case INTERRUPTED -> RunState.INTERRUPTED;
      case FAILED -> RunState.FAILED;
    };
  }

  private static long lastStep(MetricTable metrics) {
    long[] steps = metrics.steps();
    return steps.length == 0 ? 0 : steps[steps.length - 1];
  }

  private Map<String, Curve> curves(MetricTable metrics) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    for (String column : metrics.columns()) {
      if (metrics.measured(column) > 0) {
        Series series = metrics.sharing(column);
        curves.put(column, shelf.put(series.steps(), series.values()));
      }
    }
    return curves;
  }

  private static Timing timing(TimingTable table) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    table.names().forEach(instrument -> seconds.put(instrument, table.seconds(instrument)));
    return new Timing(table.wallSeconds(), table.step(), seconds);
  }
}
