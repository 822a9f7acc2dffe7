package org.dynlab.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dynlab.app.sweep.SweepLock;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.PlannedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab run}: from an experiment file to trained runs, figures, a report and verdicts. */
@Command(
    name = "run",
    description = {
      "Trains all runs of an experiment and says what they show.",
      "The same call again skips runs that have a result and tries the others once more."
    },
    mixinStandardHelpOptions = true)
final class RunVerb implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CONFIG", description = "the experiment, a YAML file")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "sets one key of the experiment, e.g. task.modulus=43; may be repeated")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "where the experiment's folder is made (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "worker processes side by side (default: one per core)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "where public data sets lie (default: $LAB_DATA, else data and shared/data here and"
              + " above, then ~/.cache/dynlab)")
  private Path dataDir;

  @Option(names = "--dry-run", description = "prints the numbered runs and writes nothing")
  private boolean dryRun;

  RunVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExperimentLanguage language = Vocabulary.language();
    Checks checks = new Checks().range("--jobs", jobs, 1, 10_000);
    Expansion expansion = checks.within("", () -> expansion(language)).orElse(null);
    checks.done();
    if (dryRun) {
      console.out().print(PlanText.of(expansion));
      return ExitCode.DONE;
    }
    Path folder = out.resolve(expansion.experiment().name());
    check(folder, expansion);
    try (StopSignal stopSignal = new StopSignal()) {
      return SweepLock.whileHeld(folder, () -> work(folder, expansion, stopSignal));
    }
  }

  /** Refuses what cannot be; a folder that is new is made, so that it can be locked. */
  private static void check(Path folder, Expansion expansion) {
    List<PlannedRun> planned = planned(expansion);
    ExperimentDirectory.check(folder, expansion.resolved(), planned);
    if (!ExperimentDirectory.isExperiment(folder)) {
      ExperimentDirectory.create(folder, expansion.resolved(), planned);
    }
  }

  private static List<PlannedRun> planned(Expansion expansion) {
    return expansion.runs().stream().map(RunSpec::planned).toList();
  }

  /** Only who holds the lock may let a plan grow. */
  private int work(Path folder, Expansion expansion, StopSignal stopSignal) {
    ExperimentDirectory directory =
        ExperimentDirectory.create(folder, expansion.resolved(), planned(expansion));
    List<RunSpec> runs = expansion.numberedBy(directory.planned());
    InputFolders inputs = InputFolders.of(config, Optional.ofNullable(dataDir));
    return new SweepSession(console, directory, runs, jobs, inputs).work(stopSignal);
  }

  private Expansion expansion(ExperimentLanguage language) {
    ExperimentFile file = ExperimentFile.read(config, overrides);
    Expansion expansion = StandardProbe.expand(file, language);
    MeasuredColumns.check(file.name(), expansion, language);
    ClaimArms.check(file.name(), expansion);
    return expansion;
  }
}
