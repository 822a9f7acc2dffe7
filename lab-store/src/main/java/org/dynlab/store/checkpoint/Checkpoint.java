package org.dynlab.store.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dynlab.store.disk.AtomicFile;

/**
 * The state of a run after {@code step} updates: the layout of its parameters, named numbers and
 * named arrays of doubles, which come back bit for bit. Arrays are shared with whoever gives or
 * takes them.
 */
public final class Checkpoint {
  private final String hash;
  private final long step;
  private final List<Block> layout;
  private final Map<String, Long> counters;
  private final Map<String, double[]> arrays = new LinkedHashMap<>();

  /**
   * A checkpoint without arrays.
   *
   * @param hash hash of the run's resolved spec
   * @param step updates done
   * @param layout what lies where in the array of parameters
   * @param counters lengths of tables, positions of streams and the like
   */
  public Checkpoint(String hash, long step, List<Block> layout, Map<String, Long> counters) {
    this.hash = Objects.requireNonNull(hash, "hash");
    this.step = step;
    this.layout = List.copyOf(layout);
    this.counters = new LinkedHashMap<>(counters);
  }

  /** Adds an array; names must differ. */
  public Checkpoint with(String name, double[] values) {
    if (arrays.putIfAbsent(name, values) != null) {
      throw new IllegalArgumentException("two arrays are called " + name);
    }
    return this;
  }

  /** Hash of the run's resolved spec. */
  public String hash() {
    return hash;
  }

  /** Updates done. */
  public long step() {
    return step;
  }

  /** What lies where in the array of parameters. */
  public List<Block> layout() {
    return layout;
  }

  /** The named numbers, in the order in which they were given. */
  public Map<String, Long> counters() {
    return new LinkedHashMap<>(counters);
  }

  /** Names of the arrays, in the order in which they were added. */
  public List<String> names() {
    return new ArrayList<>(arrays.keySet());
  }

  /** That array, which must be there. */
  public double[] array(String name) {
    double[] values = arrays.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no array " + name + " among " + arrays.keySet());
    }
    return values;
  }

  /** Writes the file whole or not at all, and reads it again before it gets its name's place. */
  public void write(Path file) {
    byte[] content = CheckpointBytes.of(this);
    AtomicFile.write(file, content, CheckpointBytes::verify);
  }

  /** The checkpoint in a file; one that is torn, altered or of a newer format is refused. */
  public static Checkpoint read(Path file) {
    return CheckpointBytes.read(file);
  }
}
