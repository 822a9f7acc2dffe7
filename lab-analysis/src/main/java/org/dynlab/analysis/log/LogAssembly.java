package org.dynlab.analysis.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.Timing;
import org.dynlab.analysis.log.LoggedFile.NotFinite;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;

/** Makes one sweep of what the files held, and the list of what is to be known of it. */
final class LogAssembly {
  private static final int MOST_NAMED = 4;
  private static final Pattern SEED = Pattern.compile("\\d{1,18}");

  private final CsvLogs.Layout layout;
  private final LogColumns columns;
  private final List<LogHeader> headers;
  private final List<LoggedFile> files;
  private final List<Omission> omissions = new ArrayList<>();

  LogAssembly(
      CsvLogs.Layout layout, LogColumns columns, List<LogHeader> headers, List<LoggedFile> files) {
    this.layout = layout;
    this.columns = columns;
    this.headers = headers;
    this.files = files;
  }

  Logs logs(String experiment) {
    files.forEach(file -> omissions.addAll(file.omissions()));
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> file.texts().forEach(texts::putIfAbsent));
    List<LoggedRun> runs = new ArrayList<>();
    files.forEach(file -> file.runs().forEach(run -> runs.add(without(texts, run))));
    List<String> measured =
        columns.names().stream()
            .filter(name -> runs.stream().anyMatch(run -> run.curves().containsKey(name)))
            .toList();
    noteColumns(texts, measured);
    noteNotFinite(measured);
    if (measured.isEmpty()) {
      throw new UserError(
          headers.get(0).file().toString(),
          "must hold a number in a column to read",
          "none",
          omissions.isEmpty() ? "" : omissions.get(omissions.size() - 1).text());
    }
    noteRuns(runs);
    List<Column> meanings =
        measured.stream().map(name -> new Column(name, "", "as the logs have it")).toList();
    return new Logs(new Sweep(experiment, runs(runs), meanings), omissions);
  }

  private static LoggedRun without(Map<String, String> texts, LoggedRun run) {
    LoggedRun numbers = run;
    for (String column : texts.keySet()) {
      numbers = numbers.without(column);
    }
    return numbers;
  }

  private void noteColumns(Map<String, String> texts, List<String> measured) {
    for (String name : columns.names()) {
      List<LogHeader> lacking =
          headers.stream().filter(h -> !h.isEmpty() && h.place(name) < 0).toList();
      if (texts.containsKey(name)) {
        omissions.add(new Omission("column " + name, "left out", texts.get(name)));
      } else if (!measured.contains(name)) {
        omissions.add(new Omission("column " + name, "left out", "no cell of it is measured"));
      } else if (!lacking.isEmpty()) {
        String reason = "without it is " + lacking.get(0).file() + more(lacking.size() - 1);
        omissions.add(new Omission("column " + name, "not in all files", reason));
      }
    }
  }

  private static String more(int count) {
    return count == 0 ? "" : " and " + count + " more";
  }

  private void noteNotFinite(List<String> measured) {
    Map<String, NotFinite> counts = new LinkedHashMap<>();
    files.forEach(
        file -> file.notFinite().forEach((c, found) -> counts.merge(c, found, NotFinite::plus)));
    for (String column : measured) {
      NotFinite found = counts.get(column);
      if (found != null) {
        String what = Omission.count(found.cells(), "cell") + " NaN or infinite";
        String reason = "kept as they are, the first one in " + found.first();
        omissions.add(new Omission("column " + column, what, reason));
      }
    }
  }

  private void noteRuns(List<LoggedRun> runs) {
    long least = runs.stream().mapToLong(LoggedRun::lastStep).min().orElse(0);
    long most = runs.stream().mapToLong(LoggedRun::lastStep).max().orElse(0);
    if (least < most) {
      String what = "end at different steps, " + least + " to " + most;
      omissions.add(new Omission("the runs", what, "each counts up to its own end"));
    }
    if (runs.size() == 1) {
      omissions.add(new Omission("the runs", "only one", "nothing tells how runs differ"));
    }
    noteFolders(runs);
    if (!hasSeeds(runs)) {
      String reason = "the logs do not tell them: the numbers of the runs stand for them";
      omissions.add(new Omission("the runs", "seeds", reason));
    }
  }

  /** One folder for each run is how some programs log; several files in several folders are not. */
  private void noteFolders(List<LoggedRun> runs) {
    List<Path> files = runs.stream().map(LoggedRun::file).distinct().toList();
    List<String> folders =
        files.stream().map(file -> String.valueOf(file.getParent())).distinct().toList();
    if (folders.size() > 1 && folders.size() < files.size()) {
      String what = "come from " + folders.size() + " folders";
      String reason =
          "taken as one experiment: "
              + String.join(", ", folders.subList(0, Math.min(MOST_NAMED, folders.size())))
              + (folders.size() > MOST_NAMED ? ", ..." : "")
              + " (if they differ in their settings, say so in a column and name it with"
              + " --arm-columns)";
      omissions.add(new Omission("the runs", what, reason));
    }
  }

  /** Whether the run column holds whole numbers, which then count as seeds. */
  private boolean hasSeeds(List<LoggedRun> runs) {
    return layout.run().isPresent()
        && runs.stream().allMatch(run -> SEED.matcher(run.id()).matches());
  }

  private List<Run> runs(List<LoggedRun> logged) {
    List<String> names = RunNames.of(logged);
    boolean seeds = hasSeeds(logged);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < logged.size(); i++) {
      LoggedRun run = logged.get(i);
      boolean begun = run.rows() > 0;
      runs.add(
          new Run(
              names.get(i),
              i,
              seeds ? Long.parseLong(run.id()) : i,
              run.arm(),
              begun ? RunState.COMPLETED : RunState.NOT_STARTED,
              begun ? "" : "no row in its log",
              run.lastStep(),
              run.curves(),
              Timing.NONE,
              Optional.empty(),
              List.of()));
    }
    return runs;
  }
}
