package org.dynlab.app.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.version.CodeVersion;

/**
 * How worker processes are started: the Java and the class path of this process, one native thread
 * each, and together at most half of the memory as Java heap: the machine's, or what Slurm has
 * granted of it, which Java does not see. The launcher script hands one more option for them in the
 * system property {@code lab.worker.option}: the archive of their classes.
 *
 * @param jobs how many of them work side by side
 * @param logs folder for what they write to standard error
 * @param inputs where they find the files that tasks read
 */
public record WorkerCommand(int jobs, Path logs, InputFolders inputs) {
  private static final double HEAP_PERCENT = 50;

  /** Starts worker number {@code number}, counted from 1. */
  public WorkerProcess start(int number) {
    Path log = logs.resolve("worker-" + number + ".log");
    try {
      Files.createDirectories(logs);
      ProcessBuilder builder =
          new ProcessBuilder(arguments())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("OMP_NUM_THREADS", "1");
      return new WorkerProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker process", e);
    }
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-Xlog:cds*=off");
    Optional.ofNullable(System.getProperty("lab.worker.option")).ifPresent(arguments::add);
    granted(System.getenv()).ifPresent(megabytes -> arguments.add("-XX:MaxRAM=" + megabytes + "m"));
    arguments.add(String.format(Locale.ROOT, "-XX:MaxRAMPercentage=%.3f", HEAP_PERCENT / jobs));
    arguments.add("-XX:+ExitOnOutOfMemoryError");
    arguments.add("-XX:ErrorFile=" + logs.toAbsolutePath().resolve("crash-%p.log"));
    arguments.add("-Djava.awt.headless=true");
    arguments.addAll(CodeVersion.current().options());
    arguments.addAll(inputs.options());
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.add(Worker.class.getName());
    return arguments;
  }

  /** Megabytes that Slurm has granted the job; nothing outside a job, or if it has them all. */
  static Optional<String> granted(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("SLURM_MEM_PER_NODE"))
        .filter(megabytes -> megabytes.matches("[1-9]\\d{0,9}"));
  }
}
