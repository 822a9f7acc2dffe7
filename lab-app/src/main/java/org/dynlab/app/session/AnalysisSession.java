package org.dynlab.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.figure.Figures;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.finding.FindingFiles;
import org.dynlab.analysis.log.CsvLogs;
import org.dynlab.analysis.log.LogFiles;
import org.dynlab.analysis.log.Logs;
import org.dynlab.analysis.log.Omission;
import org.dynlab.analysis.report.Report;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.experiment.LatentStates;
import org.dynlab.store.ExperimentDirectory;

/** One call's analysis: reads runs, says what they show, writes tables, figures and a report. */
public final class AnalysisSession {
  private static final String FOLDER = "analysis";

  private final Console console;
  private final Source source;
  private final LatentStates study;
  private final StudyStyle style;
  private final long seed;
  private final int threads;

  public AnalysisSession(
      Console console,
      Source source,
      LatentStates study,
      StudyStyle style,
      long seed,
      int threads) {
    this.console = console;
    this.source = source;
    this.study = study;
    this.style = style;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * Where runs come from.
   *
   * @param written what is written there about latent states, else what is usual
   * @param logs reads them
   * @param folder where results go if nothing else is said
   */
  public record Source(LatentStates written, Supplier<Logs> logs, Path folder) {

    /** An experiment of the lab. */
    public static Source experiment(Path folder) {
      ExperimentDirectory directory = ExperimentDirectory.open(folder);
      String file = directory.path().resolve("experiment.yaml").toString();
      JsonNode tree = new YamlSource(file, directory.experimentYaml()).mapping();
      LatentStates written = LatentPlan.latent(tree, file).orElseGet(LatentPlan::standard);
      return new Source(
          written, () -> new Logs(Sweep.open(folder), List.of()), folder.resolve(FOLDER));
    }

    /**
     * CSV logs.
     *
     * @param columns those to read, all numeric ones if empty
     */
    public static Source logs(
        List<String> patterns,
        String time,
        Optional<String> run,
        List<String> arm,
        List<String> columns) {
      CsvLogs.Layout layout = new CsvLogs.Layout(time, run, arm, columns);
      return new Source(
          LatentPlan.standard(),
          () -> CsvLogs.read(LogFiles.matching(patterns), layout),
          Path.of(FOLDER));
    }
  }

  /** Does it; the exit code. */
  public int work(Optional<Path> out) {
    PrintStream words = console.out();
    Logs logs = source.logs().get();
    Sweep sweep = logs.sweep();
    Analysis analysis = Analysis.of(sweep, LatentPlan.analysis(study, sweep, style, seed, threads));
    analysis.findings().forEach(finding -> FindingText.print(finding, words));
    sweep.exclusions().entries().stream().map(Results::words).forEach(words::println);
    logs.omissions().stream().map(Omission::text).forEach(words::println);
    Path folder = out.orElse(source.folder());
    FindingFiles.write(sweep.experiment(), analysis.findings(), folder);
    Figures.write(sweep, analysis, folder);
    words.println("tables:  " + folder);
    Results.writeForecasts(sweep.experiment(), analysis, folder, words);
    words.println("report:  " + Report.write(sweep, analysis, List.of(), folder));
    return ExitCode.DONE;
  }

  /** What is usual where nothing is written. */
  public static LatentStates standard() {
    return LatentPlan.standard();
  }
}
