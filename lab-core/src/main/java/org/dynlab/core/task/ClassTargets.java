package org.dynlab.core.task;

import java.util.Arrays;
import java.util.Optional;

/** One class in 0..classes-1 per example. */
public final class ClassTargets implements Targets {
  private final int[] labels;
  private final int classes;

  /** Takes a copy of {@code labels}. */
  public ClassTargets(int[] labels, int classes) {
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "class must be in 0.." + (classes - 1) + ", got " + label);
      }
    }
    this.labels = labels.clone();
    this.classes = classes;
  }

  @Override
  public int rows() {
    return labels.length;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Class of that example. */
  public int label(int row) {
    return labels[row];
  }

  @Override
  public boolean judged() {
    return true;
  }

  @Override
  public double meanSquare() {
    return Double.NaN;
  }

  @Override
  public Optional<Targets> followedBy(Targets next) {
    if (!(next instanceof ClassTargets more) || more.classes != classes) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(labels, labels.length + more.labels.length);
    System.arraycopy(more.labels, 0, all, labels.length, more.labels.length);
    return Optional.of(new ClassTargets(all, classes));
  }

  @Override
  public ClassTargets select(int[] rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = labels[rows[i]];
    }
    return new ClassTargets(chosen, classes);
  }
}
