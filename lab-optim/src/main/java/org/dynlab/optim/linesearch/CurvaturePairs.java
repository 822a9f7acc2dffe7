package org.dynlab.optim.linesearch;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.state.Slot;

/**
 * The last few steps s and the changes y of the gradient along them, from which the product of the
 * inverse Hessian with a vector is built (two-loop recursion, Nocedal and Wright 2006, algorithm
 * 7.4). A ring: when it is full the oldest pair makes room.
 *
 * <p>A pair is kept if s·y &gt; 10⁻¹⁰ ‖s‖‖y‖, the curvature along s being positive beyond rounding
 * whatever the scale of the loss; after a step that keeps the strong Wolfe conditions it is.
 * (PyTorch asks for s·y &gt; 10⁻¹⁰, which would drop every pair once the loss changes by less.)
 */
final class CurvaturePairs {
  private static final double SMALLEST_COSINE = 1e-10;
  private static final int STORED = 0;
  private static final int NEWEST = 1;

  private final int size;
  private final int capacity;
  private final Slot steps;
  private final Slot changes;
  private final Slot products;
  private final Slot place = new Slot("lbfgs.place", new double[2]);
  private final double[] alpha;

  CurvaturePairs(int size, int capacity) {
    this.size = size;
    this.capacity = capacity;
    this.steps = new Slot("lbfgs.steps", new double[capacity * size]);
    this.changes = new Slot("lbfgs.changes", new double[capacity * size]);
    this.products = new Slot("lbfgs.products", new double[capacity]);
    this.alpha = new double[capacity];
  }

  List<Slot> slots() {
    return List.of(steps, changes, products, place);
  }

  int stored() {
    return (int) place.values()[STORED];
  }

  void forget() {
    Arrays.fill(place.values(), 0);
  }

  /** Takes a pair in, or not. */
  void offer(double[] s, double[] y) {
    double product = Dot.of(s, y);
    if (!(product > SMALLEST_COSINE * Math.sqrt(Dot.of(s, s)) * Math.sqrt(Dot.of(y, y)))) {
      return;
    }
    int stored = stored();
    int at = stored == 0 ? 0 : ((int) place.values()[NEWEST] + 1) % capacity;
    System.arraycopy(s, 0, steps.values(), at * size, size);
    System.arraycopy(y, 0, changes.values(), at * size, size);
    products.values()[at] = product;
    place.values()[NEWEST] = at;
    place.values()[STORED] = Math.min(stored + 1, capacity);
  }

  /** q ← H·q; H = 1 without a pair, else it starts from s·y / y·y of the newest. */
  void multiply(double[] q) {
    int stored = stored();
    if (stored == 0) {
      return;
    }
    int newest = (int) place.values()[NEWEST];
    for (int k = 0; k < stored; k++) {
      int at = Math.floorMod(newest - k, capacity);
      alpha[at] = Dot.of(q, steps.values(), at * size) / products.values()[at];
      Dot.add(-alpha[at], changes.values(), at * size, q);
    }
    double[] y = Arrays.copyOfRange(changes.values(), newest * size, (newest + 1) * size);
    double scale = products.values()[newest] / Dot.of(y, y);
    Arrays.setAll(q, i -> q[i] * scale);
    for (int k = stored - 1; k >= 0; k--) {
      int at = Math.floorMod(newest - k, capacity);
      double beta = Dot.of(q, changes.values(), at * size) / products.values()[at];
      Dot.add(alpha[at] - beta, steps.values(), at * size, q);
    }
  }
}
