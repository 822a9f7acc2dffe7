package org.dynlab.core.layer.transformer;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.part.Buffers;
import org.dynlab.core.layer.part.Dropout;
import org.dynlab.core.random.SeedTree;

/** Drops entries of one array inside a layer at random, and the same entries of its gradient. */
final class DroppedRows {
  private final Kernels kernels;
  private final String name;
  private final Dropout dropout;
  private final Buffers copies;
  private double[] factors = new double[0];
  private Matrix mask;

  /**
   * @param name of the stream it draws from
   * @param width of the rows
   */
  DroppedRows(Workplace place, String name, int width, double share) {
    this.kernels = place.kernels();
    this.name = name;
    this.dropout = new Dropout(share, kernels, place.rows(width), new SeedTree(0).stream(name));
    this.copies = place.rows(width);
  }

  /** x ← x · new factors, if anything is dropped in this pass. */
  void apply(Matrix x, Draws draws) {
    draw(x.rows(), draws);
    if (mask != null) {
      x.array().muli(mask.array());
    }
  }

  /** New factors for that many rows, or null if nothing is dropped in this pass. */
  double[] factors(int rows, Draws draws) {
    draw(rows, draws);
    if (mask == null) {
      return null;
    }
    factors = factors.length == mask.size() ? factors : new double[mask.size()];
    kernels.read(mask, 0, factors, factors.length);
    return factors;
  }

  private void draw(int rows, Draws draws) {
    mask = null;
    if (draws.active()) {
      dropout.restart(draws.seeds(), name);
      mask = dropout.draw(rows);
    }
  }

  /** Whether something was dropped. */
  boolean active() {
    return mask != null;
  }

  /** The error times the factors of {@link #apply}: itself, or an array of its own. */
  Matrix back(Matrix error) {
    if (mask == null) {
      return error;
    }
    Matrix copy = copies.ofRows(error.rows());
    copy.array().assign(error.array());
    copy.array().muli(mask.array());
    return copy;
  }
}
