package org.dynlab.core.layer;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is already known of arrays that stay the same for a whole run: the tokens or classes written
 * in them. Any other array is read anew each time.
 */
final class Staged<T> {
  private final IdentityHashMap<INDArray, T> known = new IdentityHashMap<>();
  private final Function<INDArray, T> reader;

  Staged(Function<INDArray, T> reader) {
    this.reader = reader;
  }

  void put(INDArray array, T content) {
    known.put(array, content);
  }

  void forget(INDArray array) {
    known.remove(array);
  }

  T of(INDArray array) {
    T content = known.get(array);
    return content != null ? content : reader.apply(array);
  }
}
