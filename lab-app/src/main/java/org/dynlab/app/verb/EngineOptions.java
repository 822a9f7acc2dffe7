package org.dynlab.app.verb;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.estimate.MemoryAdvice;
import org.dynlab.app.session.EngineChoice;
import org.dynlab.app.session.LocalWorkers;
import org.dynlab.app.session.SlurmArrays;
import org.dynlab.app.slurm.ArrayRequest;
import org.dynlab.app.slurm.SlurmQueue;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.problem.NearestKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Who is to do the runs, and how many at once. */
public final class EngineOptions {
  private static final String LOCAL = "local";
  private static final String SLURM = "slurm";
  private static final String NONE = "none";
  private static final List<String> ENGINES = List.of(LOCAL, SLURM, NONE);

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = LOCAL,
      description =
          "who does the runs: local, worker processes on this machine; slurm, a job array; none,"
              + " which only writes the plan (default: ${DEFAULT-VALUE})")
  private String engine;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "runs side by side (default: one per core; with Slurm as many as there is room for)")
  private Integer jobs;

  @ArgGroup(exclusive = false, heading = "%nWith --engine slurm, as sbatch has them:%n")
  private SlurmOptions slurm = new SlurmOptions();

  public void check(Checks checks) {
    checks.range("--jobs", workers(), 1, 10_000);
    String hint = NearestKey.of(engine, ENGINES).map(e -> "did you mean " + e + "?").orElse("");
    checks.that(ENGINES.contains(engine), "--engine", "must be local, slurm or none", engine, hint);
    slurm.check(checks, engine.equals(SLURM));
  }

  /** How many runs are done side by side on this machine. */
  public int workers() {
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  /** Whether nobody is to do them. */
  public boolean none() {
    return engine.equals(NONE);
  }

  /** Ends with the machine's failure if whoever is to do them does not answer. */
  public void checkAnswers() {
    if (engine.equals(SLURM)) {
      SlurmQueue.checkAnswers();
    }
  }

  public EngineChoice choice(
      Console console,
      ExperimentDirectory directory,
      InputFolders inputs,
      Standing standing,
      int maxFailures,
      InstantSource clock) {
    if (engine.equals(LOCAL)) {
      MemoryAdvice.on(workers()).ifPresent(console.err()::println);
    }
    return engine.equals(SLURM)
        ? arrays(console, directory, inputs, standing, clock)
        : workers(directory, inputs, standing, maxFailures);
  }

  private EngineChoice arrays(
      Console console,
      ExperimentDirectory directory,
      InputFolders inputs,
      Standing standing,
      InstantSource clock) {
    OptionalInt atOnce = jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs);
    ArrayRequest request =
        new ArrayRequest(
            directory.path(), UnitOptions.words(directory, inputs), slurm.given(), atOnce);
    SlurmQueue queue =
        new SlurmQueue(request, standing, line -> console.err().println("lab: " + line), clock);
    return new SlurmArrays(queue, atOnce);
  }

  private EngineChoice workers(
      ExperimentDirectory directory, InputFolders inputs, Standing standing, int maxFailures) {
    Path logs = directory.path().resolve("logs");
    WorkerCommand command = new WorkerCommand(workers(), logs, inputs);
    return new LocalWorkers(directory, standing, command, maxFailures);
  }
}
