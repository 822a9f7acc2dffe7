package org.dynlab.app.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.estimate.Estimate;
import org.dynlab.app.estimate.PlanText;
import org.dynlab.app.estimate.Trials;
import org.dynlab.app.pruning.PruningCheck;
import org.dynlab.app.session.EngineChoice;
import org.dynlab.app.session.StopSignal;
import org.dynlab.app.session.SweepSession;
import org.dynlab.app.session.UnitSession;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.app.vocabulary.ClaimArms;
import org.dynlab.app.vocabulary.ClaimNumbers;
import org.dynlab.app.vocabulary.MeasuredColumns;
import org.dynlab.app.vocabulary.StandardProbe;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.disk.FolderLock;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab run}: from an experiment file to trained runs, figures, a report and verdicts. */
@Command(
    name = "run",
    description = {
      "Trains all runs of an experiment and says what they show.",
      "The same call again skips runs that have a result, and goes on with the others from their",
      "last checkpoints."
    },
    mixinStandardHelpOptions = true)
public final class RunVerb implements Callable<Integer> {
  private static final String ONE_LAUNCHER = "must not be worked on by two launchers";

  private final Console console;

  @Parameters(
      paramLabel = "CONFIG",
      arity = "0..1",
      description = "the experiment, a YAML file; not with --plan")
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
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "where public data sets lie (default: $LAB_DATA, else data and shared/data here and"
              + " above, then ~/.cache/dynlab)")
  private Path dataDir;

  @Mixin private FailureOptions failures;

  @Option(
      names = "--dry-run",
      description =
          "prints the numbered runs and what those that are left will take, judged by half a"
              + " second of a few of them; writes nothing")
  private boolean dryRun;

  @Mixin private EngineOptions engines;

  @ArgGroup(
      exclusive = false,
      heading = "%nOne run of a plan, for job arrays and the like (docs/clusters.md):%n")
  private UnitOptions unit;

  @Spec private CommandSpec spec;

  public RunVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ExperimentLanguage language = Vocabulary.language();
    Checks checks = new Checks();
    engines.check(checks);
    failures.check(checks);
    if (unit != null) {
      return oneRun(language, checks);
    } else if (config == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'CONFIG', or --plan and --index");
    }
    if (dryRun) {
      try (Trials trials = Trials.with(InputFolders.of(config, Optional.ofNullable(dataDir)))) {
        return tellPlan(expansion(language, checks), trials, language);
      }
    }
    Expansion expansion = expansion(language, checks);
    Path folder = folder(expansion);
    engines.checkAnswers();
    check(folder, expansion);
    try (StopSignal stopSignal = new StopSignal()) {
      return FolderLock.whileHeld(
          folder, Duration.ZERO, ONE_LAUNCHER, () -> work(folder, expansion, stopSignal));
    }
  }

  private Expansion expansion(ExperimentLanguage language, Checks checks) {
    Optional<Expansion> expansion = checks.within("", () -> expansion(config, overrides, language));
    checks.done();
    return expansion.orElseThrow();
  }

  private Path folder(Expansion expansion) {
    return out.resolve(expansion.experiment().name());
  }

  /** In a folder that holds the experiment, with the numbers that its plan gives. */
  private int tellPlan(Expansion expansion, Trials trials, ExperimentLanguage language) {
    Path folder = folder(expansion);
    List<RunSpec> runs = expansion.runs();
    List<RunSpec> left = runs;
    if (ExperimentDirectory.isExperiment(folder)) {
      ExperimentDirectory there =
          ExperimentDirectory.check(folder, expansion.resolved(), planned(expansion));
      runs = expansion.numberedBy(there.planned());
      left = new Standing(there, failures.retry(), InstantSource.system()).left(runs);
    }
    console.out().print(PlanText.of(expansion.experiment().name(), runs, left));
    if (!left.isEmpty()) {
      console.out().print(Estimate.of(left, engines.workers(), trials, language));
    }
    return ExitCode.DONE;
  }

  private int oneRun(ExperimentLanguage language, Checks checks) {
    boolean alone = config == null && overrides.isEmpty() && !dryRun;
    checks.that(alone, "--plan", "must stand without CONFIG, --set and --dry-run", "both");
    checks.done();
    ExperimentDirectory directory = unit.directory();
    RunSpec run = unit.run(directory, language);
    InputFolders inputs = unit.inputs(directory, Optional.ofNullable(dataDir));
    try (StopSignal stopSignal = new StopSignal()) {
      return new UnitSession(console, directory, run, failures.retry()).work(inputs, stopSignal);
    }
  }

  /** Refuses what cannot be; a folder that is new is made, so that it can be locked. */
  private static void check(Path folder, Expansion expansion) {
    if (ExperimentDirectory.isExperiment(folder)) {
      ExperimentDirectory.checkPlace(folder); // Its plan is looked at once it is locked.
    } else {
      ExperimentDirectory.create(folder, expansion.resolved(), planned(expansion));
    }
  }

  private static List<PlannedRun> planned(Expansion expansion) {
    return expansion.runs().stream().map(RunSpec::planned).toList();
  }

  /** Only who holds the lock may let a plan grow. */
  private int work(Path folder, Expansion expansion, StopSignal stopSignal) {
    ExperimentDirectory directory =
        ExperimentDirectory.create(folder, expansion.resolved(), planned(expansion));
    if (engines.none()) {
      console.out().println(directory.path().resolve("plan.jsonl"));
      return ExitCode.DONE;
    }
    List<RunSpec> runs = expansion.numberedBy(directory.planned());
    InputFolders inputs = InputFolders.of(config, Optional.ofNullable(dataDir));
    InstantSource clock = InstantSource.system();
    Standing standing = new Standing(directory, failures.retry(), clock);
    EngineChoice choice =
        engines.choice(console, directory, inputs, standing, failures.most(), clock);
    return new SweepSession(console, directory, runs, choice, standing, clock).work(stopSignal);
  }

  /** The runs of a file, all of it checked. */
  public static Expansion expansion(
      Path config, List<String> overrides, ExperimentLanguage language) {
    ExperimentFile file = ExperimentFile.read(config, overrides);
    Expansion expansion = StandardProbe.expand(file, language);
    MeasuredColumns.check(file.name(), expansion, language);
    PruningCheck.check(file.name(), config.toAbsolutePath().getParent(), expansion, language);
    ClaimArms.check(file.name(), expansion);
    ClaimNumbers.check(file.name(), expansion.experiment());
    return expansion;
  }
}
