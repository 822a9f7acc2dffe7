package org.dynlab.store;

import java.util.Objects;

/**
 * Something that readers of a run's numbers must know, said by the part that causes it.
 *
 * @param name one word to search for, e.g. {@code leaksTest}
 * @param meaning a sentence: what is done, and what it changes
 */
public record Caveat(String name, String meaning) {

  /** Both must be there. */
  public Caveat {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(meaning, "meaning");
  }
}
