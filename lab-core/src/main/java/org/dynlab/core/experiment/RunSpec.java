package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dynlab.store.PlannedRun;

/**
 * One run of an experiment, in a form that another process can read.
 *
 * @param index its number in the experiment, from 0
 * @param hash eight hexadecimal digits of what is run, see {@link SpecHash}
 * @param seed its root seed
 * @param point the values it differs from other runs by, by path
 * @param spec the run with every default resolved; must not be written
 */
public record RunSpec(int index, String hash, long seed, Map<String, String> point, JsonNode spec) {

  /** Copies the map, keeping its order. */
  public RunSpec {
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
  }

  /** The same run under another number. */
  RunSpec at(int otherIndex) {
    return new RunSpec(otherIndex, hash, seed, point, spec);
  }

  /** The same run as the run directory lists it, under the name of its folder. */
  public PlannedRun planned() {
    return new PlannedRun(index, hash, seed, point);
  }
}
