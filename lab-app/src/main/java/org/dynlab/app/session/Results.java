package org.dynlab.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dynlab.analysis.Exclusions;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Result;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.figure.Figures;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.finding.FindingFiles;
import org.dynlab.analysis.finding.ForecastFiles;
import org.dynlab.analysis.report.Report;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.claim.Claim;
import org.dynlab.store.problem.VisibleText;

/**
 * What the runs of an experiment show: a line per run, a verdict per claim, figures and a report.
 *
 * @param folder the experiment's folder
 */
public record Results(Path folder, Sweep sweep, Analysis analysis, List<Verdict> verdicts) {
  private static final Set<RunState> FAILED = Set.of(RunState.FAILED, RunState.UNREADABLE);

  /** Reads the folder. */
  public static Results of(Path folder) {
    ExperimentDirectory directory = ExperimentDirectory.open(folder);
    Sweep sweep = Sweep.of(directory);
    String file = directory.path().resolve("experiment.yaml").toString();
    JsonNode experiment = new YamlSource(file, directory.experimentYaml()).mapping();
    Analysis analysis = Analysis.of(sweep, LatentPlan.written(experiment, file, sweep));
    List<Verdict> verdicts =
        Verdict.of(claims(experiment.path("claims"), file), sweep, analysis.findings());
    return new Results(folder, sweep, analysis, verdicts);
  }

  private static List<Claim> claims(JsonNode listed, String file) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      claims.add(Claim.fromTree(listed.get(i), file + ": claims[" + i + "]"));
    }
    return claims;
  }

  /** Writes figures and report, prints the rest; the exit code. */
  public int tell(Console console) {
    PrintStream out = console.out();
    out.print(RunTable.of(sweep));
    Stream.of(
            sweep.exclusions().entries().stream().map(Results::words),
            sweep.caveats().entries().stream().map(caveat -> "read this first: " + caveat.text()),
            verdicts.stream().map(Verdict::line))
        .flatMap(lines -> lines)
        .map(VisibleText::of)
        .forEach(out::println);
    List<Path> figures = Figures.write(sweep, analysis, folder);
    out.println("report:  " + Report.write(sweep, analysis, verdicts, folder));
    if (!analysis.findings().isEmpty()) {
      Path tables = folder.resolve("analysis");
      FindingFiles.write(sweep.experiment(), analysis.findings(), tables);
      out.println("tables:  " + tables);
      writeForecasts(sweep.experiment(), analysis, tables, out);
    }
    if (!figures.isEmpty()) {
      out.println("figures: " + folder.resolve("figures"));
    }
    return exitCode();
  }

  /** Writes what runs foretell of others, and says what an experiment has to say to use it. */
  static void writeForecasts(String experiment, Analysis analysis, Path folder, PrintStream out) {
    for (ForecastFiles.Written written : ForecastFiles.write(experiment, analysis, folder)) {
      out.println("forecast: " + written.file() + " (sha256 " + written.sha256() + ")");
    }
  }

  static String words(Exclusions.Entry entry) {
    String reason = entry.reason().isEmpty() ? "" : ": " + entry.reason();
    return "run " + entry.run() + " " + entry.kind() + reason;
  }

  private int exitCode() {
    boolean failed =
        sweep.runs().stream().anyMatch(run -> FAILED.contains(run.state()))
            || verdicts.stream().anyMatch(verdict -> verdict.result() != Result.PASS);
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }
}
