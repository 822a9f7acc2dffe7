package org.dynlab.app.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.version.LabCommand;
import org.dynlab.app.vocabulary.StandardProbe;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.problem.UserError;
import picocli.CommandLine.Option;

/** Which one run of a plan is to be done. */
public final class UnitOptions {
  @Option(
      names = "--plan",
      paramLabel = "FILE",
      required = true,
      description = "plan.jsonl of an experiment's folder")
  private Path plan;

  @Option(
      names = "--index",
      paramLabel = "N",
      required = true,
      description = "number of the run in the plan, from 0")
  private int index;

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "where relative files of the experiment begin (default: the plan's folder)")
  private Path configDir;

  /** The experiment's folder. */
  public ExperimentDirectory directory() {
    Path folder = Optional.ofNullable(plan.getParent()).orElse(Path.of(""));
    if (!plan.endsWith("plan.jsonl")) {
      throw new UserError("--plan", "must be a plan.jsonl", plan.toString(), "");
    }
    return ExperimentDirectory.open(folder);
  }

  /** The run, as the experiment says today. */
  public RunSpec run(ExperimentDirectory directory, ExperimentLanguage language) {
    Path file = directory.path().resolve("experiment.yaml");
    Expansion expansion = StandardProbe.expand(ExperimentFile.read(file, List.of()), language);
    if (!expansion.isPlanned(directory.planned())) {
      throw new UserError(
          plan.toString(),
          "must hold the plan of experiment.yaml beside it",
          "another plan, made by another version of the lab",
          "");
    }
    List<RunSpec> runs = expansion.numberedBy(directory.planned());
    if (index < 0 || index >= runs.size()) {
      throw new UserError(
          "--index", "must be in 0.." + (runs.size() - 1), Integer.toString(index), "");
    }
    return runs.get(index);
  }

  /** Where the files lie that tasks read. */
  public InputFolders inputs(ExperimentDirectory directory, Optional<Path> dataDir) {
    Path begin = Optional.ofNullable(configDir).orElse(directory.path());
    return new InputFolders(begin.toAbsolutePath(), dataDir.map(Path::toAbsolutePath));
  }

  /** The same for another process, but for the number of the run, which comes behind. */
  public static List<String> words(ExperimentDirectory directory, InputFolders inputs) {
    Stream<String> data =
        inputs.data().stream().flatMap(f -> Stream.of("--data-dir", f.toString()));
    return Stream.concat(
            Stream.concat(LabCommand.words().stream(), Stream.of("run")),
            Stream.concat(
                data,
                Stream.of(
                    "--config-dir",
                    inputs.experiment().toString(),
                    "--plan",
                    directory.path().toAbsolutePath().normalize().resolve("plan.jsonl").toString(),
                    "--index")))
        .toList();
  }
}
