package org.dynlab.core.engine.convolution;

import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The passes a convolution is made of: cross-correlation with stride 1, as networks call
 * convolution, and pooling. Frames, maps and weights are as {@link ConvolutionShape} describes,
 * with W: [k·k·c, outputs] and row (dy · k + dx) · c + channel:
 *
 * <pre>
 * map(y, x, o) = Σ_{dy, dx, c} frame(y + dy, x + dx, c) · W(dy, dx, c; o)
 * </pre>
 *
 * <p>One instance belongs to one layer and keeps scratch memory; it is not safe for use by several
 * threads.
 */
public interface ConvolutionKernels {
  /** The fastest ones of this backend for arrays of that type. */
  static ConvolutionKernels fastest(DataType type, ConvolutionShape shape) {
    if (!Backend.onCpu()) {
      return new PortableConvolution(shape);
    }
    boolean wide = type == DataType.DOUBLE;
    return new NativeConvolution(
        shape, wide ? new DoubleConvolutionPanel() : new FloatConvolutionPanel());
  }

  /**
   * frame ← x with zeros around it.
   *
   * @param planar whether the columns of x run over channels first, as images are stored
   */
  void frame(Matrix x, boolean planar, Matrix frame);

  /** x ← the frame without its border. */
  void unframe(Matrix frame, boolean planar, Matrix x);

  /** map ← frame ∗ w. */
  void convolve(Matrix frame, Matrix w, Matrix map);

  /** wGradient ← the gradient with respect to w, where {@code error} is that of the map. */
  void weightGradient(Matrix frame, Matrix error, Matrix wGradient);

  /** frameError ← the gradient with respect to the frame. */
  void frameError(Matrix error, Matrix w, Matrix frameError);

  /** pooled ← the windows of the map. */
  void pool(Pooling pooling, Matrix map, Matrix pooled);

  /** map ← the gradient with respect to it, where {@code error} is that of the pooled map. */
  void unpool(Pooling pooling, Matrix map, Matrix error);
}
