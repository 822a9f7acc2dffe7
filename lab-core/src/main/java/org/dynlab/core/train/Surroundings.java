package org.dynlab.core.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dynlab.core.engine.Backend;
import org.dynlab.store.Provenance;

/** Finds out what a run runs on. Loads the native libraries. */
public final class Surroundings {
  private static final Path CPU_FACTS = Path.of("/proc/cpuinfo");

  private static final Set<String> SLURM =
      Set.of(
          "SLURM_JOB_ID",
          "SLURM_ARRAY_JOB_ID",
          "SLURM_ARRAY_TASK_ID",
          "SLURM_CLUSTER_NAME",
          "SLURM_JOB_PARTITION",
          "SLURM_RESTART_COUNT",
          "SLURMD_NODENAME");

  private Surroundings() {}

  /**
   * What makes the runs of this process.
   *
   * @param codeVersion version of the lab, as the launcher knows it
   * @param dirty whether the code differs from that version
   */
  public static Provenance provenance(String codeVersion, boolean dirty) {
    return new Provenance(
        codeVersion,
        dirty,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        cpu(),
        Backend.name(),
        Backend.nativeBuild(),
        Backend.blas(),
        Backend.threads(),
        host(),
        slurm(System.getenv()));
  }

  /** What Slurm calls the job, if it is one. */
  static Map<String, String> slurm(Map<String, String> environment) {
    Map<String, String> found = new TreeMap<>(environment);
    found.keySet().retainAll(SLURM);
    return found;
  }

  private static String cpu() {
    if (!Files.isReadable(CPU_FACTS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU_FACTS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
