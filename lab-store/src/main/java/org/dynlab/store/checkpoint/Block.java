package org.dynlab.store.checkpoint;

import java.util.Objects;

/**
 * A contiguous piece of the flat parameter vector.
 *
 * @param name e.g. {@code layer1.W}
 * @param role {@code weight}, {@code bias} or {@code gain}
 * @param offset index of its first entry
 * @param rows fan-in; entry (i, j) of a weight matrix lies at offset + j·rows + i
 * @param columns fan-out
 */
public record Block(String name, String role, int offset, int rows, int columns) {
  /** Refuses missing words. */
  public Block {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }
}
