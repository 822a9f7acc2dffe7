package org.dynlab.core.layer.part;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is already known of arrays that stay the same for a whole run: the tokens or classes written
 * in them. Any other array is read anew each time.
 */
public final class Staged<T> {
  private final IdentityHashMap<INDArray, T> known = new IdentityHashMap<>();
  private final Function<INDArray, T> reader;

  /**
   * Nothing is known yet.
   *
   * @param reader of arrays that are not known
   */
  public Staged(Function<INDArray, T> reader) {
    this.reader = reader;
  }

  /** Remembers what that very array says. */
  public void put(INDArray array, T content) {
    known.put(array, content);
  }

  /** Forgets an array that will not come again. */
  public void forget(INDArray array) {
    known.remove(array);
  }

  /** What the array says. */
  public T of(INDArray array) {
    T content = known.get(array);
    return content != null ? content : reader.apply(array);
  }
}
