package org.dynlab.app.estimate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/** Warns of more workers than fit into the machine's memory. */
public final class MemoryAdvice {
  /** What a worker takes that trains a small network: Java, ND4J and its native libraries. */
  private static final double LEAST_BYTES = 250e6;

  private static final double GIGA = 1e9;

  private MemoryAdvice() {}

  /** A line for the user, if so many workers are too many. */
  public static Optional<String> on(int workers) {
    return on(
        workers,
        (double)
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
  }

  public static Optional<String> on(int workers, double bytes) {
    double needed = workers * LEAST_BYTES;
    return needed <= bytes
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "lab: --jobs %d: so many workers take at least %.1f GB and this machine has %.1f GB"
                    + " (at most %d fit)",
                workers,
                needed / GIGA,
                bytes / GIGA,
                (long) (bytes / LEAST_BYTES)));
  }
}
