package org.dynlab.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.disk.Folders;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.TextDifference;
import org.dynlab.store.text.TextFile;

/**
 * The folder of one experiment: what was asked for, the numbered plan, a journal, and a run
 * directory per run.
 */
public final class ExperimentDirectory {
  private static final String EXPERIMENT = "experiment.yaml";
  private static final String PLAN = "plan.jsonl";
  private static final String JOURNAL = "journal.jsonl";
  private static final String UNITS = "units";
  private static final String WAY_OUT = "choose another --out or name";

  private final Path path;
  private final String experimentYaml;
  private final List<PlannedRun> planned;
  private final boolean written;

  private ExperimentDirectory(
      Path path, String experimentYaml, List<PlannedRun> planned, boolean written) {
    this.path = path;
    this.experimentYaml = experimentYaml;
    this.planned = List.copyOf(planned);
    this.written = written;
  }

  /**
   * Makes the folder of an experiment, or opens it again if it holds this very experiment. If it
   * holds an earlier version with a smaller sweep, plan and experiment are replaced: planned runs
   * keep number and folder, new ones come behind them. The plan is written first and the experiment
   * last, so that a folder with an experiment is whole. Nothing is written when anything else is in
   * the way. One process at a time may do this to a folder that is there.
   *
   * @param experimentYaml the experiment as resolved
   * @param planned its runs by number
   */
  public static ExperimentDirectory create(
      Path folder, String experimentYaml, List<PlannedRun> planned) {
    ExperimentDirectory directory = check(folder, experimentYaml, planned);
    if (!directory.written) {
      directory.write();
    }
    return directory;
  }

  /**
   * Refuses what {@link #create} refuses, and writes nothing.
   *
   * @return the directory as {@link #create} will leave it
   */
  public static ExperimentDirectory check(
      Path folder, String experimentYaml, List<PlannedRun> planned) {
    checkPlace(folder);
    if (isExperiment(folder)) {
      return open(folder).grown(experimentYaml, planned);
    }
    checkNothingElse(folder);
    return new ExperimentDirectory(folder, experimentYaml, planned, false);
  }

  /** Refuses a folder that cannot be written to, or leads elsewhere. */
  public static void checkPlace(Path folder) {
    Folders.checkWritable(folder);
    Folders.refuseLinksIn(folder);
  }

  private ExperimentDirectory grown(String yaml, List<PlannedRun> asked) {
    PlanGrowth growth = new PlanGrowth(path.resolve(PLAN), planned, asked);
    Path file = path.resolve(EXPERIMENT);
    if (experimentYaml.equals(yaml)) {
      growth.checkSame();
      return this;
    }
    growth.checkGrows(
        experimentYaml, yaml, TextDifference.of(file.toString(), experimentYaml, yaml));
    return new ExperimentDirectory(path, yaml, growth.merged(), false);
  }

  private void write() {
    Folders.make(path);
    PlanFile.write(path.resolve(PLAN), planned);
    AtomicFile.write(path.resolve(EXPERIMENT), experimentYaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens the folder of an experiment. */
  public static ExperimentDirectory open(Path folder) {
    if (!isExperiment(folder)) {
      throw new UserError(
          folder.toString(),
          "must be the folder of an experiment",
          "no " + EXPERIMENT + " in it",
          "");
    }
    Folders.refuseLinksIn(folder);
    String yaml = TextFile.readLines(folder.resolve(EXPERIMENT));
    return new ExperimentDirectory(folder, yaml, PlanFile.read(folder.resolve(PLAN)), true);
  }

  /** True if the folder holds an experiment. */
  public static boolean isExperiment(Path folder) {
    return Files.isRegularFile(folder.resolve(EXPERIMENT));
  }

  /** What a creation that was cut short leaves behind is no obstacle. */
  private static void checkNothingElse(Path folder) {
    List<String> ours = List.of(PLAN, PLAN + ".tmp", EXPERIMENT + ".tmp");
    for (Path entry : Folders.entries(folder)) {
      if (!ours.contains(entry.getFileName().toString())) {
        throw new UserError(
            folder.toString(),
            "must be absent, empty or the folder of this experiment",
            "a folder with " + entry.getFileName(),
            WAY_OUT);
      }
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The experiment as resolved. */
  public String experimentYaml() {
    return experimentYaml;
  }

  /** The runs by number, whether they have run or not. */
  public List<PlannedRun> planned() {
    return planned;
  }

  /** Where a planned run has its folder. */
  public Path folder(PlannedRun run) {
    return path.resolve(run.folder());
  }

  /**
   * The planned runs that have started, by number; all that cannot be read are told at once.
   * Earlier attempts, which the plan does not name, are left out.
   */
  public List<RunDirectory> runs() {
    List<RunDirectory> runs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (PlannedRun run : planned) {
      if (RunDirectory.isRun(folder(run))) {
        open(folder(run), runs, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
    runs.sort(Comparator.comparingInt(run -> run.manifest().index()));
    return List.copyOf(runs);
  }

  private static void open(Path folder, List<RunDirectory> runs, List<Problem> problems) {
    try {
      runs.add(RunDirectory.open(folder));
    } catch (UserError e) {
      problems.addAll(e.problems());
    }
  }

  /**
   * The folder for what a process leaves that works on that run alone, beside others that work on
   * other runs of the experiment at the same time.
   */
  public Path unit(PlannedRun run) {
    return path.resolve(UNITS).resolve(run.folder());
  }

  /** Notes something that happened; one process at a time may. */
  public void note(JournalEntry entry) {
    new Journal(path.resolve(JOURNAL)).append(entry);
  }

  /** Notes something that happened to a run, in a file of its own; one process per run may. */
  public void note(PlannedRun run, JournalEntry entry) {
    Folders.make(unit(run));
    new Journal(unit(run).resolve(JOURNAL)).append(entry);
  }

  /** What happened so far, in order; what was noted run by run is merged in by its time. */
  public List<JournalEntry> journal() {
    Stream<Path> units =
        Folders.entries(path.resolve(UNITS)).stream().map(unit -> unit.resolve(JOURNAL));
    return JournalEntry.merge(
        Stream.concat(Stream.of(path.resolve(JOURNAL)), units)
            .filter(Files::isRegularFile)
            .map(journal -> new Journal(journal).entries())
            .toList());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
