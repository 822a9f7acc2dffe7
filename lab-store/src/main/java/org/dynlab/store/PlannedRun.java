package org.dynlab.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * One numbered run of a sweep before it runs.
 *
 * @param index number in the sweep, from 0
 * @param hash hash of the resolved spec
 * @param seed root of the run's seed tree
 * @param point place in the sweep's grid: key to value, in the order of the grid
 * @param folder name of the run's folder inside the experiment's; nothing is ever read out of it
 */
public record PlannedRun(
    int index, String hash, long seed, Map<String, String> point, String folder) {
  private static final Pattern PLAIN_FOLDER = Pattern.compile("[0-9A-Za-z_][0-9A-Za-z._-]*");

  /** Copies the point in its order; refuses a folder that is more than a plain name. */
  public PlannedRun {
    Objects.requireNonNull(hash, "hash");
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    if (!PLAIN_FOLDER.matcher(folder).matches()) {
      throw new IllegalArgumentException("folder must be a plain name, got " + folder);
    }
  }

  /** The run in the folder {@code <nnn>-<hash>}. */
  public PlannedRun(int index, String hash, long seed, Map<String, String> point) {
    this(index, hash, seed, point, String.format(Locale.ROOT, "%03d-%s", index, hash));
  }

  /** What makes it this run, whatever its number: two runs of an experiment never share it. */
  public record Identity(String hash, long seed, Map<String, String> point) {}

  /** What makes it this run. */
  public Identity identity() {
    return new Identity(hash, seed, point);
  }

  /** e.g. {@code hash 5f2c9a01, seed 3, task.modulus=59}. */
  String words() {
    StringJoiner joiner = new StringJoiner(", ");
    joiner.add("hash " + hash).add("seed " + seed);
    point.forEach((key, value) -> joiner.add(key + "=" + value));
    return joiner.toString();
  }
}
