package org.dynlab.app.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dynlab.app.session.AnalysisSession;
import org.dynlab.app.session.AnalysisSession.Source;
import org.dynlab.app.terminal.Console;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.LatentStates;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab analyze}: what runs show beyond their curves, of the lab or of anybody's logs. */
@Command(
    name = "analyze",
    description = {
      "Says through which latent states runs go, which of them are detours, and what else their",
      "columns show; of an experiment of the lab, or of CSV logs that any program wrote."
    },
    mixinStandardHelpOptions = true)
public final class AnalyzeVerb implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "RUNS",
      arity = "0..*",
      description = "folder of an experiment, e.g. runs/grokking; not with --csv")
  private List<Path> folders = List.of();

  @Option(
      names = "--csv",
      paramLabel = "FILES",
      arity = "1..*",
      description = "CSV logs, one file per run or one with a column of runs; patterns in quotes")
  private List<String> csv = List.of();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      defaultValue = "step",
      description = "with --csv: the column of steps (default: ${DEFAULT-VALUE})")
  private String time;

  @Option(
      names = "--run-column",
      paramLabel = "COLUMN",
      description = "with --csv: the column that tells the runs of a file apart")
  private String runColumn;

  @Option(
      names = "--arm-columns",
      paramLabel = "COLUMN,...",
      split = ",",
      description = "with --csv: columns that name the settings of a run")
  private List<String> armColumns = List.of();

  @Mixin private LatentOptions latent;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "of splits, starts and resamples (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many work; no number depends on it (default: one per core)")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "where tables, figures and report go (default: analysis in RUNS, or analysis here)")
  private Path out;

  private AnalyzeVerb(Console console) {
    this.console = console;
  }

  /** The verb; what looks like an option is none of the files behind {@code --csv}. */
  public static CommandLine with(Console console) {
    return new CommandLine(new AnalyzeVerb(console))
        .setUnmatchedOptionsAllowedAsOptionParameters(false);
  }

  @Override
  public Integer call() {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Checks checks = new Checks();
    checks.range("--threads", workers, 1, 1024);
    checks.that(
        folders.isEmpty() != csv.isEmpty(),
        "analyze",
        "must have either RUNS or --csv",
        csv.isEmpty() ? "neither" : "both",
        "e.g. lab analyze runs/grokking, or lab analyze --csv 'logs/*.csv' --time step");
    checks.that(
        folders.size() < 2,
        "RUNS",
        "must be one experiment",
        folders.size() + " folders",
        "runs of different experiments are no sample of one thing; sweep over their difference");
    checks.done();
    Source source = csv.isEmpty() ? Source.experiment(folders.get(0)) : logs();
    LatentStates study = over(source.written());
    return new AnalysisSession(console, source, study, latent.style(), seed, workers)
        .work(Optional.ofNullable(out));
  }

  private Source logs() {
    LatentStates study = over(AnalysisSession.standard());
    return Source.logs(
        csv, time, Optional.ofNullable(runColumn), armColumns, latent.columns(study));
  }

  private LatentStates over(LatentStates base) {
    try {
      return latent.over(base);
    } catch (UserError e) {
      throw new UserError(e.problems().stream().map(AnalyzeVerb::ofOption).toList());
    }
  }

  /** Named as the option that was given. */
  private static Problem ofOption(Problem problem) {
    return new Problem("--" + problem.where(), problem.mustHold(), problem.got(), problem.hint());
  }
}
