package org.dynlab.core.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dynlab.core.engine.Backend;
import org.dynlab.store.Provenance;

/** Finds out what a run runs on. Loads the native libraries. */
public final class Surroundings {
  private static final Path CPU_FACTS = Path.of("/proc/cpuinfo");

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
        host());
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
