package org.dynlab.core.engine.jet;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows of a stacked array hold: n rows of values, then n rows for each first derivative,
 * for each second derivative along one of the same inputs, and for the Laplacian, if they are
 * carried.
 *
 * @param first number of first derivatives
 * @param secondOf for each second derivative, the number (from 0) of the first derivative along the
 *     same input
 * @param laplacian whether Σ ∂²/∂x² over the inputs of all first derivatives is carried, last
 */
public record Channels(int first, List<Integer> secondOf, boolean laplacian) {

  /** Copies the list. */
  public Channels {
    secondOf = List.copyOf(secondOf);
  }

  /** Rows per example, at least 1. */
  public int count() {
    return 1 + first + secondOf.size() + (laplacian ? 1 : 0);
  }

  /** The channel of a first derivative, counted from 0. */
  int firstChannel(int i) {
    return 1 + i;
  }

  /** The channel of a second derivative, counted from 0. */
  int secondChannel(int k) {
    return 1 + first + k;
  }

  /** The channel of the first derivative that belongs to a second one. */
  int slopeChannel(int k) {
    return firstChannel(secondOf.get(k));
  }

  /** The channel of the Laplacian. */
  int laplacianChannel() {
    return count() - 1;
  }

  /** Whether the second derivative along the same input, or the Laplacian, depends on it. */
  boolean bent(int i) {
    return laplacian || secondOf.contains(i);
  }

  /** The channel that depends on such a first derivative: its second one, or the Laplacian. */
  int endOf(int i) {
    return laplacian ? laplacianChannel() : secondChannel(secondOf.indexOf(i));
  }

  /**
   * Channels whose adjoints a backward pass carries each for itself: values, then first derivatives
   * on which second ones depend. They come in increasing order.
   */
  List<Integer> carried() {
    return IntStream.range(0, 1 + first).filter(c -> c == 0 || bent(c - 1)).boxed().toList();
  }

  /**
   * The other channels. Nothing but their own adjoint goes into their adjoint below a layer: P_c =
   * s1 Z_c, so at every point all of them are multiples of ∂u/∂p, which is carried once.
   */
  List<Integer> ends() {
    List<Integer> carried = carried();
    return IntStream.range(0, count()).boxed().filter(c -> !carried.contains(c)).toList();
  }
}
