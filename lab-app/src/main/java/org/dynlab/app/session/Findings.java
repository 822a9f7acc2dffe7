package org.dynlab.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dynlab.analysis.Exclusions;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Result;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.figure.Figures;
import org.dynlab.analysis.report.Report;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.store.Claim;
import org.dynlab.store.ExperimentDirectory;

/**
 * What the runs of an experiment show: a line per run, a verdict per claim, figures and a report.
 *
 * @param folder the experiment's folder
 */
public record Findings(Path folder, Sweep sweep, List<Verdict> verdicts) {
  private static final Set<RunState> FAILED = Set.of(RunState.FAILED, RunState.UNREADABLE);

  /** Reads the folder. */
  public static Findings of(Path folder) {
    ExperimentDirectory directory = ExperimentDirectory.open(folder);
    Sweep sweep = Sweep.open(folder);
    return new Findings(folder, sweep, Verdict.of(claims(directory), sweep));
  }

  private static List<Claim> claims(ExperimentDirectory directory) {
    String file = directory.path().resolve("experiment.yaml").toString();
    JsonNode listed = new YamlSource(file, directory.experimentYaml()).mapping().path("claims");
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
    sweep.exclusions().entries().stream().map(Findings::words).forEach(out::println);
    sweep.caveats().entries().forEach(caveat -> out.println("read this first: " + caveat.text()));
    verdicts.forEach(verdict -> out.println(verdict.line()));
    List<Path> figures = Figures.write(sweep, folder);
    out.println("report:  " + Report.write(sweep, verdicts, folder));
    if (!figures.isEmpty()) {
      out.println("figures: " + folder.resolve("figures"));
    }
    return exitCode();
  }

  private static String words(Exclusions.Entry entry) {
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
