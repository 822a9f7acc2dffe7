package org.dynlab.instrument.progress;

import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Features;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.core.task.VectorFeatures;

/** The pairs (x, y) of residues modulo p that inputs stand for, with their labels. */
final class Pairs {
  private final int[] sums;
  private final int[] labels;

  private Pairs(int[] sums, int[] labels) {
    this.sums = sums;
    this.labels = labels;
  }

  /** t = x ± y mod p, whichever most labels are. */
  int[] sums() {
    return sums;
  }

  /** The class of each. */
  int[] labels() {
    return labels;
  }

  /** Empty if inputs are no pairs modulo p, or most labels are neither sum nor difference. */
  static Optional<Pairs> of(Activations activations, int p) {
    if (activations.features().isEmpty() || activations.classes().isEmpty()) {
      return Optional.empty();
    }
    ClassTargets targets = activations.classes().get();
    Features features = activations.features().get();
    int n = features.rows();
    int[] plus = new int[n];
    int[] minus = new int[n];
    int[] labels = new int[n];
    int sums = 0;
    int differences = 0;
    Reading reading = reading(features, p);
    for (int i = 0; i < n; i++) {
      int x = reading.operand(i, 0);
      int y = reading.operand(i, 1);
      if (x < 0 || x >= p || y < 0 || y >= p) {
        return Optional.empty();
      }
      plus[i] = (x + y) % p;
      minus[i] = (x - y + p) % p;
      labels[i] = targets.label(i);
      sums += plus[i] == labels[i] ? 1 : 0;
      differences += minus[i] == labels[i] ? 1 : 0;
    }
    if (2 * Math.max(sums, differences) <= n) {
      return Optional.empty();
    }
    return Optional.of(new Pairs(sums >= differences ? plus : minus, labels));
  }

  /** Where an input has its operands. */
  private interface Reading {
    /** x (0) or y (1) of that row; -1 if there is none. */
    int operand(int row, int which);
  }

  private static Reading reading(Features features, int p) {
    if (features instanceof TokenFeatures tokens && tokens.slots() == 2) {
      return (row, which) -> tokens.token(row, which) - which * p;
    }
    if (features instanceof SequenceFeatures words && words.width() >= 3) {
      int second = words.width() - 2;
      return (row, which) -> words.symbol(row, which * second);
    }
    if (features instanceof VectorFeatures vectors && vectors.width() == 2 * p) {
      return oneHot(vectors, p);
    }
    return (row, which) -> -1;
  }

  private static Reading oneHot(VectorFeatures vectors, int p) {
    int n = vectors.rows();
    double[] values = new double[n * vectors.width()];
    vectors.columnMajor(values);
    return (row, which) -> {
      int found = -1;
      for (int k = 0; k < p; k++) {
        found = values[(which * p + k) * n + row] == 1 ? k : found;
      }
      return found;
    };
  }
}
