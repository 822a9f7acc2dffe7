package org.dynlab.core.task;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The derivatives of a scalar network output u(x), x in R^d, that a residual reads: channels, in
 * this order: u, then ∂u/∂x_i for the listed {@code first}, then ∂²u/∂x_i² for the listed {@code
 * second}, then the Laplacian if asked for. A second derivative needs its first one, the Laplacian
 * needs all first ones and stands instead of the single second ones.
 *
 * @param dimensions d
 * @param first inputs with a first derivative, increasing
 * @param second inputs with a second derivative, increasing, all of them in {@code first}
 * @param laplacian whether Σ_i ∂²u/∂x_i² is carried as one channel; then {@code second} is empty
 */
public record Jet(int dimensions, List<Integer> first, List<Integer> second, boolean laplacian) {

  /** Copies and checks the lists. */
  public Jet {
    first = List.copyOf(first);
    second = List.copyOf(second);
    List<Integer> all = IntStream.range(0, dimensions).boxed().toList();
    boolean sorted =
        first.equals(first.stream().distinct().sorted().toList())
            && second.equals(second.stream().distinct().sorted().toList());
    if (!sorted || !all.containsAll(first) || !first.containsAll(second)) {
      throw new IllegalArgumentException("derivatives " + first + " and " + second + " of " + all);
    }
    if (laplacian && !(second.isEmpty() && first.equals(all))) {
      throw new IllegalArgumentException("a Laplacian needs all first and no second derivatives");
    }
  }

  /** The value alone. */
  public static Jet value(int dimensions) {
    return new Jet(dimensions, List.of(), List.of(), false);
  }

  /** Value, gradient and Laplacian. */
  public static Jet withLaplacian(int dimensions) {
    return new Jet(dimensions, IntStream.range(0, dimensions).boxed().toList(), List.of(), true);
  }

  /** Number of channels, at least 1. */
  public int channels() {
    return 1 + first.size() + second.size() + (laplacian ? 1 : 0);
  }

  /** The channel of ∂u/∂x_i. */
  public int firstChannel(int i) {
    return 1 + position(first, i);
  }

  /** The channel of ∂²u/∂x_i². */
  public int secondChannel(int i) {
    return 1 + first.size() + position(second, i);
  }

  /** The channel of the Laplacian. */
  public int laplacianChannel() {
    if (!laplacian) {
      throw new IllegalArgumentException("this jet has no Laplacian");
    }
    return channels() - 1;
  }

  /** Whether a second derivative is read, which an activation with f'' = 0 cannot give. */
  public boolean secondOrder() {
    return laplacian || !second.isEmpty();
  }

  private static int position(List<Integer> inputs, int i) {
    if (!inputs.contains(i)) {
      throw new IllegalArgumentException("this jet has no such derivative along input " + i);
    }
    return inputs.indexOf(i);
  }
}
