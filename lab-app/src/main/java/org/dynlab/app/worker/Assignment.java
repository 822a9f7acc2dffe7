package org.dynlab.app.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.dynlab.core.experiment.RunSpec;

/**
 * What a worker is told to do: one run, and the folder to leave it in.
 *
 * @param folder absent or empty
 * @param seconds after its first step that it is asked to stop; null for never
 */
record Assignment(
    int index,
    String hash,
    long seed,
    Map<String, String> point,
    JsonNode spec,
    String folder,
    Double seconds) {

  static Assignment of(RunSpec run, Path folder, Double seconds) {
    return new Assignment(
        run.index(),
        run.hash(),
        run.seed(),
        run.point(),
        run.spec(),
        folder.toAbsolutePath().toString(),
        seconds);
  }

  long limitNanos() {
    return seconds == null ? Long.MAX_VALUE : (long) (seconds * 1e9);
  }

  RunSpec run() {
    return new RunSpec(index, hash, seed, point, spec);
  }
}
