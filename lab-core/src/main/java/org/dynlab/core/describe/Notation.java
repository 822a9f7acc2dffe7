package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How values of one type are written where the general rules do not fit: a list or a mapping, a
 * word or a number. Reading what was written gives an equal value.
 *
 * @param <T> the type
 */
public interface Notation<T> {

  /** The type of the values. */
  Class<T> type();

  /**
   * The value that {@code node}, never null, stands for.
   *
   * @throws org.dynlab.store.problem.UserError with places relative to {@code node}; the empty
   *     place is the node itself
   */
  T read(JsonNode node, RecordReader reader);

  /** The tree of that value, every default resolved. */
  JsonNode write(T value, RecordWriter writer);
}
