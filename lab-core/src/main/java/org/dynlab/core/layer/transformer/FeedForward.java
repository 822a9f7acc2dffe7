package org.dynlab.core.layer.transformer;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.part.Buffers;

/** The feed-forward half of a transformer block: f(x W_in + b_in) W_out + b_out. */
final class FeedForward {
  private final Kernels kernels;
  private final Activation activation;
  private final Projection in;
  private final Projection out;
  private final Buffers activations;
  private final Buffers before;
  private final DroppedRows inside;
  private final DroppedRows after;
  private Matrix z;
  private Matrix h;

  FeedForward(Workplace place, TransformerShape shape, String name) {
    this.kernels = place.kernels();
    this.activation = shape.activation();
    this.in = new Projection(place, name + ".mlp.in", shape.width(), shape.feedForward(), true);
    this.out = new Projection(place, name + ".mlp.out", shape.feedForward(), shape.width(), true);
    this.activations = place.rows(shape.feedForward());
    this.before = place.rows(shape.feedForward());
    this.inside = new DroppedRows(place, name + ".mlp", shape.feedForward(), shape.dropout());
    this.after = new DroppedRows(place, name + ".mlp.out", shape.width(), shape.dropout());
  }

  /** What it gives for rows x, in an array that the caller may add to. */
  Matrix forward(Matrix x, Draws draws) {
    z = in.product(x);
    boolean sameArray = activation.slopeFromValue() && !draws.active();
    h = sameArray ? z : activations.ofRows(x.rows());
    kernels.activate(z, in.bias(), activation, h);
    inside.apply(h, draws);
    Matrix y = out.forward(h);
    after.apply(y, draws);
    return y;
  }

  /** The activations of the last pass. */
  Matrix activations() {
    return h;
  }

  /** What went into the activation function in the last pass, computed once more. */
  Matrix preActivations() {
    return in.again(before.ofRows(h.rows()));
  }

  /** Gradients of the parameters; returns that with respect to x and leaves the error alone. */
  Matrix backward(Matrix error) {
    Matrix hError = inside.back(out.backward(after.back(error)));
    kernels.timesSlope(z, activation, hError, in.biasGradient());
    return in.backwardWithoutBias(hError);
  }
}
