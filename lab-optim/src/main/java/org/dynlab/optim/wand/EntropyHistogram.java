package org.dynlab.optim.wand;

import java.util.Arrays;

/**
 * The running estimate of the entropy S over x = ln L, without the bias. Bin b of the array has its
 * middle at from + (b - reach + 1/2) · width: beyond both ends of the range there is room for half
 * a kernel, so that no mass is lost.
 *
 * <p>At temperature kT the converged estimate is kT times the entropy: divide by kT to plot it.
 * Outside of the range (and for NaN) nothing is added and the slope is zero.
 */
final class EntropyHistogram {
  private final WangLandau shape;
  private final double[] kernel;
  private final double[] entropy;

  EntropyHistogram(WangLandau shape) {
    this.shape = shape;
    this.kernel = kernel(shape.reach(), shape.kernelBins());
    this.entropy = new double[shape.bins() + 2 * shape.reach()];
  }

  /** exp(-j²/2σ²) for j = -reach..reach, divided by their sum. */
  static double[] kernel(int reach, double deviation) {
    double[] kernel = new double[2 * reach + 1];
    Arrays.setAll(
        kernel, k -> StrictMath.exp(-0.5 * (k - reach) * (k - reach) / (deviation * deviation)));
    double sum = Arrays.stream(kernel).sum();
    Arrays.setAll(kernel, k -> kernel[k] / sum);
    return kernel;
  }

  /** The live array. */
  double[] values() {
    return entropy;
  }

  /** dS/dx: the central difference over the bins beside that of x. */
  double slope(double x) {
    if (!covers(x)) {
      return 0;
    }
    int bin = bin(x);
    return (entropy[bin + 1] - entropy[bin - 1]) / (2 * shape.binWidth());
  }

  /** Adds a kernel of that mass, its middle in the bin of x. */
  void add(double mass, double x) {
    if (mass == 0 || !covers(x)) {
      return;
    }
    int first = bin(x) - shape.reach();
    for (int k = 0; k < kernel.length; k++) {
      entropy[first + k] += mass * kernel[k];
    }
  }

  private boolean covers(double x) {
    double bin = Math.floor((x - shape.from()) / shape.binWidth());
    return bin >= 0 && bin < shape.bins();
  }

  private int bin(double x) {
    return shape.reach() + (int) Math.floor((x - shape.from()) / shape.binWidth());
  }
}
