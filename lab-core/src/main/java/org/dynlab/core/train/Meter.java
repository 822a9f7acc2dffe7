package org.dynlab.core.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.store.Usage;

/** Measures what a run takes of the process it is alone in. */
final class Meter {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK_RESET = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";
  private static final String PEAK = "VmHWM:";
  private static final long KILO = 1024;

  private final long wallNanos = System.nanoTime();
  private final long cpuNanos = cpuNanos();

  /** Starts to measure. */
  Meter() {
    try {
      Files.writeString(PEAK_RESET, RESET_PEAK);
    } catch (IOException e) {
      // The peak is then that of the whole process so far.
      return;
    }
  }

  /** What was taken so far. */
  Usage usage() {
    return new Usage(
        (System.nanoTime() - wallNanos) * 1e-9, (cpuNanos() - cpuNanos) * 1e-9, peakBytes());
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long peakBytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      Optional<String> line = lines.filter(each -> each.startsWith(PEAK)).findFirst();
      return line.map(each -> KILO * Long.parseLong(each.replaceAll("\\D", ""))).orElse(-1L);
    } catch (IOException e) {
      return -1;
    }
  }
}
