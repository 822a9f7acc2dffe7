package org.dynlab.instrument.information;

import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.task.ClassTargets;

/**
 * The classes of a probe set, sorted: inputs of one class stand together in {@link #order}.
 *
 * @param order [n], row numbers class by class
 * @param ends [classes], one past the last of each class in {@code order}
 */
@SuppressWarnings("ArrayRecordComponent")
record ProbeClasses(int[] order, int[] ends) {

  /** Those of a probe set; nothing where targets are no classes. */
  static Optional<ProbeClasses> of(Activations activations) {
    return activations.classes().map(ProbeClasses::of);
  }

  static ProbeClasses of(ClassTargets targets) {
    int[] ends = new int[targets.classes()];
    for (int i = 0; i < targets.rows(); i++) {
      ends[targets.label(i)]++;
    }
    int total = 0;
    for (int c = 0; c < ends.length; c++) {
      int count = ends[c];
      ends[c] = total;
      total += count;
    }
    int[] order = new int[targets.rows()];
    for (int i = 0; i < order.length; i++) {
      order[ends[targets.label(i)]++] = i;
    }
    return new ProbeClasses(order, ends);
  }

  int begin(int c) {
    return c == 0 ? 0 : ends[c - 1];
  }

  int count(int c) {
    return ends[c] - begin(c);
  }

  /** H(Y) in nats. */
  double entropy() {
    int[] counts = new int[ends.length];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = count(c);
    }
    return Entropy.ofCounts(counts);
  }
}
