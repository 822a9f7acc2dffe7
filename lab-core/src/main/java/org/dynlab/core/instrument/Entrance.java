package org.dynlab.core.instrument;

import java.util.List;

/**
 * A place inside a network where rows of numbers can be put in instead of what it has there.
 *
 * @param name of the layer whose outputs they are, e.g. {@code layer1}; {@code input} for the
 *     network's own
 * @param width numbers per row
 * @param behind the hidden layers behind it whose pre-activations can be read
 */
public record Entrance(String name, int width, List<Place> behind) {
  /** Copies the list. */
  public Entrance {
    behind = List.copyOf(behind);
  }
}
